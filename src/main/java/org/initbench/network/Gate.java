package org.initbench.network;

/** The parts of an LSTM's parameters, in DL4J's order. */
public enum Gate {
    /** What may enter the cell: the one that goes through the layer's activation. DL4J calls it the input. */
    CANDIDATE,
    /** How much of the cell's last state stays. */
    FORGET,
    /** How much of the cell is put out. */
    OUTPUT,
    /** How much of the candidate enters the cell. DL4J calls it the input modulation. */
    INPUT
}
