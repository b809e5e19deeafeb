package org.initbench.cli;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.initbench.recommend.Budget;
import org.initbench.recommend.Stage;

/**
 * So much time, of which some is left for writing the report. What trials will take is told by those of the same stage so far; of
 * the race, before its first, by those of the tuning. A trial that has begun is finished.
 */
final class TimeBudget implements Budget {

    private static final double LEFT_FOR_THE_REPORT = 0.1;
    private static final double NANOS = 1e9;

    private final long start;
    private final double seconds;
    private final Map<Stage, Asked> first = new EnumMap<>(Stage.class);

    /** When a stage asked for the first time, and how many trials it had. */
    private record Asked(double at, int trials) {}

    TimeBudget(long start, Duration limit) {
        this.start = start;
        this.seconds = limit.toSeconds() * (1 - LEFT_FOR_THE_REPORT);
    }

    @Override
    public boolean allows(Stage stage, Spent before, int more) {
        double now = (System.nanoTime() - start) / NANOS;
        first.putIfAbsent(stage, new Asked(now, of(stage, before)));
        double each = each(stage, before, now);
        if (each == 0 && stage == Stage.RACE) {
            Asked race = first.getOrDefault(Stage.RACE, new Asked(now, 0));
            each = each(Stage.TUNING, before, race.at());
        }
        return now + more * each <= seconds;
    }

    /** Seconds that a trial of a stage took so far; 0 while there is none. */
    private double each(Stage stage, Spent before, double now) {
        Asked asked = first.getOrDefault(stage, new Asked(now, of(stage, before)));
        int since = of(stage, before) - asked.trials();
        return since == 0 ? 0 : (now - asked.at()) / since;
    }

    private static int of(Stage stage, Spent spent) {
        return switch (stage) {
            case CHECK -> spent.check();
            case TUNING -> spent.tuning();
            case RACE -> spent.race();
        };
    }
}
