package org.initbench.config;

/**
 * Of which repetitions the large tables are kept: those from 0 to one below each number. It is no part of what a run is of.
 *
 * @param boundary of two-input studies
 * @param predictions of two-input studies
 * @param weights of small networks
 * @param histograms of every measured tensor
 */
public record Keep(int boundary, int predictions, int weights, int histograms) {

    /** Every repetition. */
    public static final int ALL = Integer.MAX_VALUE;

    /** What a study keeps that does not say. */
    public static final Keep DEFAULT = new Keep(1, 1, 1, 3);
}
