package org.initbench.config;

import java.util.Locale;

/**
 * The metric that ranks initializers, and the value to reach.
 *
 * @param metric what is compared
 * @param value accuracy to reach or loss to come down to; NaN when none is set
 */
public record Target(Metric metric, double value) {

    /** Metrics of a trained network. */
    public enum Metric {
        TRAIN_LOSS(false),
        TRAIN_ACCURACY(true),
        TEST_LOSS(false),
        TEST_ACCURACY(true);

        private final boolean higherIsBetter;

        Metric(boolean higherIsBetter) {
            this.higherIsBetter = higherIsBetter;
        }

        /** True for accuracies. */
        public boolean higherIsBetter() {
            return higherIsBetter;
        }

        /** The column of {@code trials.csv}. */
        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a measured value reaches the target; never without one. */
    public boolean isReachedBy(double measured) {
        return metric.higherIsBetter() ? measured >= value : measured <= value;
    }
}
