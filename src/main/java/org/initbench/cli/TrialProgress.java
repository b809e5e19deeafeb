package org.initbench.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.initbench.harness.Progress;
import org.initbench.result.TrialKey;

/** Shows how far a run has come: a bar on a terminal, a line for each tenth of the trials elsewhere. */
interface TrialProgress extends Progress {

    /** Progress of so many trials. */
    static TrialProgress of(int trials, PrintWriter plain) {
        return isTerminal() ? new Bar(trials, plain) : new Lines(trials, plain);
    }

    /** From JDK 22 on there is a console without a terminal too; the bar is then merely less pretty. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        return System.console() != null;
    }

    /** For a terminal. */
    final class Bar implements TrialProgress {

        private final PrintWriter plain;
        private final ProgressBar bar;

        private Bar(int trials, PrintWriter plain) {
            this.plain = plain;
            this.bar = new ProgressBarBuilder()
                    .setTaskName("trials")
                    .setInitialMax(trials)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
        }

        @Override
        public void finished(TrialKey trial, String status) {
            bar.setExtraMessage(trial.init());
            bar.step();
        }

        @Override
        public void note(String sentence) {
            plain.println("\n" + sentence);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** For files and pipes. */
    final class Lines implements TrialProgress {

        private static final int MOST_LINES = 10;

        private final int trials;
        private final PrintWriter plain;
        private int finished;

        private Lines(int trials, PrintWriter plain) {
            this.trials = trials;
            this.plain = plain;
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
