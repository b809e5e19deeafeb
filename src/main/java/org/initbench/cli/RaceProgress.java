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
import org.initbench.stats.RaceRow;

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

    @Override
    public void raced(Recommendation soFar) {
        for (Variant variant : soFar.variants()) {
            List<RaceRow> round = variant.race().rows().stream()
                    .filter(row -> row.round() == variant.race().round())
                    .toList();
            boolean isNews = variant.race().round() == soFar.rounds();
            if (isNews && !round.isEmpty()) {
                String name = variant.variant().equals(TrialKey.BASE) ? "" : variant.variant() + ", ";
                List<String> left = round.stream()
                        .filter(row -> !row.state().equals(RaceRow.IN))
                        .map(row -> row.init() + " (" + row.state() + ")")
                        .toList();
                err.println(name + "round " + variant.race().round() + ": still in "
                        + Words.list(variant.race().in())
                        + (left.isEmpty() ? "" : "; left " + Words.list(left)));
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

        Announced(String what) {
            this.what = what;
        }

        @Override
        public void begin(int kept, int all) {
            if (all > kept) {
                err.println(what + ": " + Words.count(all - kept, "trial")
                        + (kept > 0 ? ", " + kept + " are there from before" : ""));
                err.flush();
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
