package org.initbench.cli;

import java.io.PrintWriter;
import java.util.List;
import org.initbench.recommend.Recommendation;
import org.initbench.recommend.Recommendation.Variant;
import org.initbench.recommend.Stage;
import org.initbench.result.TrialKey;
import org.initbench.result.Words;
import org.initbench.run.Progress;
import org.initbench.run.StageProgress;
import org.initbench.stats.Race;
import org.initbench.stats.RaceRow;
import org.initbench.stats.RaceRules;

/** Tells how a recommendation goes on: which stage it is in, and after each round of the race who is still in. */
final class RaceProgress implements StageProgress, AutoCloseable {

    private final PrintWriter err;
    private final TrialProgress trials;

    RaceProgress(PrintWriter err) {
        this.err = err;
        this.trials = TrialProgress.to(err);
    }

    @Override
    public Progress of(Stage stage) {
        return switch (stage) {
            case CHECK -> trials;
            case TUNING -> new Announced("learning rates");
            case RACE -> new Announced("race");
        };
    }

    /** Before the first look nobody leaves but by failing. */
    @Override
    public void raced(Recommendation soFar) {
        for (Variant variant : soFar.variants()) {
            Race race = variant.race();
            List<String> left = race.rows().stream()
                    .filter(row -> row.round() == race.round() && !row.state().equals(RaceRow.IN))
                    .map(row -> row.init() + " (" + row.state() + ")")
                    .toList();
            boolean isNews = race.round() == soFar.rounds();
            if (isNews && (race.round() >= RaceRules.FIRST_LOOK || !left.isEmpty())) {
                String name = variant.variant().equals(TrialKey.BASE) ? "" : variant.variant() + ", ";
                boolean isNamed = !left.isEmpty() || race.round() == RaceRules.FIRST_LOOK;
                err.println(name + "round " + race.round() + ": " + race.in().size() + " still in"
                        + (isNamed ? ", " + Words.list(race.in()) : "")
                        + (left.isEmpty() ? "" : "; " + Words.list(left) + " left"));
            }
        }
        err.flush();
    }

    @Override
    public void close() {
        trials.close();
    }

    /** Says how many trials are run, and of each but what went wrong nothing. */
    private final class Announced implements Progress {

        private final String what;
        private boolean isAnnounced;

        Announced(String what) {
            this.what = what;
        }

        @Override
        public void begin(int kept, int all) {
            if (!isAnnounced) {
                err.println(what
                        + (kept > 0 ? ": " + kept + " of the first " + all + " trials are there from before" : ""));
                err.flush();
                isAnnounced = true;
            }
        }

        @Override
        public void finished(TrialKey trial, String status) {
            if (!status.equals("completed")) {
                err.println(trial.init() + " at learning rate " + trial.learningRate() + ": " + status);
            }
        }

        @Override
        public void note(String sentence) {
            err.println(sentence);
        }

        @Override
        public void close() {}
    }
}
