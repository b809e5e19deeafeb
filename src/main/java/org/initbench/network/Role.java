package org.initbench.network;

/** What a weight parameter does in its layer. */
public enum Role {
    /** From what comes into a layer to its units: dense layers, convolutions, the gates of a recurrent layer. */
    INPUT,
    /** From a recurrent layer's last output to its units. */
    RECURRENT,
    /** A row for each word, of which one is picked. */
    EMBEDDING,
    /** Kernels that each see one channel. */
    DEPTHWISE,
    /** From all channels of a depthwise convolution to channels out, position by position. */
    POINTWISE,
    /** What attention asks: queries, or what makes them. */
    QUERY,
    /** What attention compares with queries. */
    KEY,
    /** What attention takes the mean of. */
    VALUE,
    /** From the heads of attention to its output. */
    PROJECTION
}
