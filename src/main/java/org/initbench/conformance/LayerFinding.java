package org.initbench.conformance;

import org.jspecify.annotations.Nullable;

/**
 * What one initializer drew for one matrix of a layer.
 *
 * @param init {@code XAVIER} and {@code RELU} as set for the network, {@code RELU on the layer}, or a spec of the catalog
 * @param promised variance: the initializer's law with the field's fans
 * @param read variance that DL4J's source leads to; null for the catalog's own initializers
 * @param isReached whether the rule is the layer's, as read in DL4J's source
 */
record LayerFinding(
        LayerCase layer,
        LayerMatrix matrix,
        String init,
        double promised,
        @Nullable Double read,
        boolean isReached,
        Moments moments) {

    /** Whether one of DL4J's own rules drew. */
    boolean isDl4j() {
        return read != null;
    }

    /** The fan, or the sum of both, that the measured variance comes from: 2/s². */
    double measuredFan() {
        return 2 / moments.variance();
    }

    /** Variance by promise. */
    double ratio() {
        return promised == moments.variance() ? 1 : moments.variance() / promised;
    }

    /** Probability of such a variance, were the promise kept. */
    double pValue() {
        return moments.variancePValue(promised);
    }

    /** Tests made: of the promise, and of what was read. */
    int tests() {
        return isDl4j() ? 2 : 1;
    }
}
