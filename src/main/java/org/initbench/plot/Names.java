package org.initbench.plot;

import org.initbench.result.Metric;

/** What columns are called where people read them. */
public final class Names {

    /** The variant of a study without a grid. */
    private static final String BASE = "base";

    private Names() {}

    /** A variant in titles and file names; nothing for the only one of a study without a grid. */
    static String ofVariant(String variant) {
        return variant.equals(BASE) ? "" : variant;
    }

    /** A metric in the middle of a sentence. */
    public static String of(Metric metric) {
        return switch (metric) {
            case TRAIN_LOSS -> "training loss";
            case TRAIN_ACCURACY -> "training accuracy";
            case TEST_LOSS -> "test loss";
            case TEST_ACCURACY -> "test accuracy";
        };
    }
}
