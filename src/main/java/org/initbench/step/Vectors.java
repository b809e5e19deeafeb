package org.initbench.step;

/** The vectors that stand for words, and what becomes of their gradients. */
interface Vectors {

    /**
     * Reads the vectors of some words.
     *
     * @param present the words, in rising order, each once
     * @param rows where they go, one after the other
     */
    void read(int[] present, int count, double[] rows);

    /** Takes the gradients of the words that were read last, one after the other; all others have none. */
    void take(double[] gradients);

    /** Hears that others have made updates since the last one. */
    void forget();

    /** Makes the updates that were put off. */
    default void settle() {}
}
