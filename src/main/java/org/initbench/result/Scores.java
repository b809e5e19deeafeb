package org.initbench.result;

import org.jspecify.annotations.Nullable;

/**
 * Loss and accuracy on one set of examples; null where not measured or not applicable.
 *
 * @param loss mean data loss per example, without regularisation
 * @param accuracy fraction of examples classified correctly
 * @param regression of values in place of classes
 */
public record Scores(@Nullable Double loss, @Nullable Double accuracy, @Nullable RegressionScores regression) {

    /** Nothing was measured. */
    public static final Scores NONE = new Scores(null, null);

    /** Of classes, or of values whose errors were not measured. */
    public Scores(@Nullable Double loss, @Nullable Double accuracy) {
        this(loss, accuracy, null);
    }

    /** Root of the mean squared error; null where there are no values. */
    public @Nullable Double rmse() {
        return regression == null ? null : (Double) regression.rmse();
    }

    /** Mean absolute error; null where there are no values. */
    public @Nullable Double mae() {
        return regression == null ? null : (Double) regression.mae();
    }

    /** Coefficient of determination; null where there are no values, or they never vary. */
    public @Nullable Double r2() {
        return regression == null ? null : regression.r2();
    }
}
