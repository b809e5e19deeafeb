package org.initbench.recommend;

/** How many trials there may be. */
public interface Budget {

    /** No end but that of the race. */
    Budget UNLIMITED = (stage, before, more) -> true;

    /**
     * Whether a stage may go on.
     *
     * @param before trials of all stages so far
     * @param more trials that it cannot do with less of
     */
    boolean allows(Stage stage, Spent before, int more);

    /** Trials of each stage. */
    record Spent(int check, int tuning, int race) {

        /** Of all stages. */
        public int all() {
            return check + tuning + race;
        }

        Spent plus(Stage stage, int trials) {
            return switch (stage) {
                case CHECK -> new Spent(check + trials, tuning, race);
                case TUNING -> new Spent(check, tuning + trials, race);
                case RACE -> new Spent(check, tuning, race + trials);
            };
        }
    }

    /** So many trials of all stages. */
    static Budget of(int trials) {
        return (stage, before, more) -> before.all() + more <= trials;
    }

    /** As it went once, so that the same trials give the same answer whenever they are read. */
    static Budget asSpent(Spent once) {
        return (stage, before, more) -> switch (stage) {
            case CHECK -> true;
            case TUNING -> before.tuning() < once.tuning();
            case RACE -> before.race() + more <= once.race();
        };
    }
}
