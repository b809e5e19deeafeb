package org.initbench.result;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A figure by which trials are compared; its name is its column in {@code trials.csv} and {@code curves.csv}. */
public enum Metric {
    TRAIN_LOSS,
    TRAIN_ACCURACY,
    TEST_LOSS,
    TEST_ACCURACY;

    /** In a study's target: the one that is usual for its data. */
    public static final String USUAL = "usual";

    /** The names of all metrics. */
    public static List<String> columns() {
        return Arrays.stream(values()).map(Metric::column).toList();
    }

    /** What a study's target may name; the first is the default. */
    public static List<String> targets() {
        return Stream.concat(Stream.of(USUAL), columns().stream()).toList();
    }

    /** The metric that a study's target names, {@link #USUAL} or a column, for data of this kind. */
    public static Metric ofTarget(String name, boolean hasTest, boolean isClassifier) {
        return name.equals(USUAL) ? usual(hasTest, isClassifier) : named(name);
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

    /** Whether it is measured on examples that the network was not trained on. */
    public boolean isOfTest() {
        return this == TEST_LOSS || this == TEST_ACCURACY;
    }

    /**
     * The metric that judges a study which names none: what the network makes of examples that it has not seen, where there
     * are any; accuracy for classes, loss for values.
     */
    private static Metric usual(boolean hasTest, boolean isClassifier) {
        if (isClassifier) {
            return hasTest ? TEST_ACCURACY : TRAIN_ACCURACY;
        }
        return hasTest ? TEST_LOSS : TRAIN_LOSS;
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
