package org.initbench.result;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure by which trials are compared; its name is its column in {@code trials.csv} and {@code curves.csv}. */
public enum Metric {
    TRAIN_LOSS,
    TRAIN_ACCURACY,
    TEST_LOSS,
    TEST_ACCURACY;

    /** The names of all metrics. */
    public static List<String> columns() {
        return Arrays.stream(values()).map(Metric::column).toList();
    }

    /**
     * The metric of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Metric named(String column) {
        return Arrays.stream(values())
                .filter(metric -> metric.column().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no metric " + column));
    }

    /** The name of the column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a fraction of examples that are classified correctly, which a regression does not have. */
    public boolean isAccuracy() {
        return this == TRAIN_ACCURACY || this == TEST_ACCURACY;
    }

    /** True for accuracies. */
    public boolean higherIsBetter() {
        return isAccuracy();
    }

    /** Its value among these scores; null where it was not measured. */
    public @Nullable Double of(Scores train, Scores test) {
        return switch (this) {
            case TRAIN_LOSS -> train.loss();
            case TRAIN_ACCURACY -> train.accuracy();
            case TEST_LOSS -> test.loss();
            case TEST_ACCURACY -> test.accuracy();
        };
    }
}
