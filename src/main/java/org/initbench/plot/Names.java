package org.initbench.plot;

import org.initbench.result.Metric;
import org.initbench.result.TrialKey;

/** What columns are called where people read them. */
public final class Names {

    private Names() {}

    /** A variant in titles and file names; nothing for the only one of a study without a grid. */
    public static String ofVariant(String variant) {
        return variant.equals(TrialKey.BASE) ? "" : variant;
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
