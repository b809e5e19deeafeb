package org.initbench.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.initbench.result.TrialKey;
import org.initbench.run.Progress;
import org.jspecify.annotations.Nullable;

/** Shows how far a run has come: a bar on a terminal, a line for each tenth of the trials elsewhere. */
interface TrialProgress extends Progress {

    /** Progress that goes to the terminal where there is one, and to {@code plain} elsewhere. */
    static TrialProgress to(PrintWriter plain) {
        return isTerminal() ? new Bar(plain) : new Lines(plain);
    }

    /** From JDK 22 on there is a console without a terminal too; the bar is then merely less pretty. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }

    private static String fromBefore(int kept, int all) {
        return kept + " of " + all + " trials are there from before";
    }

    /** For a terminal: trials done, time gone and time left, trials a second. */
    final class Bar implements TrialProgress {

        private final PrintWriter plain;
        private @Nullable ProgressBar bar;

        private Bar(PrintWriter plain) {
            this.plain = plain;
        }

        @Override
        public void begin(int kept, int all) {
            if (kept > 0) {
                plain.println(fromBefore(kept, all));
            }
            bar = new ProgressBarBuilder()
                    .setTaskName("trials")
                    .setInitialMax(all)
                    .startsFrom(kept, Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
        }

        @Override
        public void finished(TrialKey trial, String status) {
            if (bar != null) {
                bar.setExtraMessage(" " + trial.init());
                bar.step();
            }
        }

        @Override
        public void note(String sentence) {
            plain.println("\n" + sentence);
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }

    /** For files and pipes. */
    final class Lines implements TrialProgress {

        private static final int MOST_LINES = 10;

        private final PrintWriter plain;
        private int trials;
        private int finished;

        private Lines(PrintWriter plain) {
            this.plain = plain;
        }

        @Override
        public void begin(int kept, int all) {
            trials = all;
            finished = kept;
            if (kept > 0) {
                plain.println(fromBefore(kept, all));
            }
        }

        @Override
        public void finished(TrialKey trial, String status) {
            finished++;
            boolean nextTenth = finished * MOST_LINES / trials > (finished - 1) * MOST_LINES / trials;
            if (nextTenth) {
                plain.printf(Locale.ROOT, "%d of %d trials, last %s: %s%n", finished, trials, trial.init(), status);
            }
        }

        @Override
        public void note(String sentence) {
            plain.println(sentence);
        }

        @Override
        public void close() {}
    }
}
