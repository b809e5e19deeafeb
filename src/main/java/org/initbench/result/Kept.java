package org.initbench.result;

/** Which of the large tables a trial has its rows in. */
public record Kept(boolean boundary, boolean predictions, boolean weights, boolean histograms) {

    /** All of them, as earlier versions kept. */
    public static final Kept ALL = new Kept(true, true, true, true);

    /** Whether everything that the other has is here. */
    public boolean covers(Kept other) {
        return (boundary || !other.boundary)
                && (predictions || !other.predictions)
                && (weights || !other.weights)
                && (histograms || !other.histograms);
    }
}
