package org.initbench.document;

import org.jspecify.annotations.Nullable;

/**
 * What a printed figure is of.
 *
 * @param variant as tables have it; null for each
 * @param init normalized spec
 * @param quantity a column of {@code curves.csv}, {@link #COMPLETED}, or what is measured in layers
 * @param statistic a column of {@code layers.csv}; null for a quantity of the network as a whole
 * @param layer position among the layers with weights, from 0, or {@link #LAST}; without meaning for the network as a whole
 * @param iteration before whose update it was measured, or {@link #LAST}
 */
record Cell(
        @Nullable String variant, String init, String quantity, @Nullable String statistic, int layer, int iteration) {

    /** The share of repetitions that completed. */
    static final String COMPLETED = "completed";

    /** The last layer, or the last iteration. */
    static final int LAST = Integer.MAX_VALUE;

    boolean isOfLayer() {
        return statistic != null;
    }
}
