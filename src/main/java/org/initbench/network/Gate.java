package org.initbench.network;

/** The parts of an LSTM's parameters, in DL4J's order. */
public enum Gate {
    /** What may enter the cell: the one that goes through the layer's activation. DL4J calls it the input. */
    CANDIDATE(0),
    /** How much of the cell's last state stays. */
    FORGET(1),
    /** How much of the cell is put out. */
    OUTPUT(2),
    /** How much of the candidate enters the cell. DL4J calls it the input modulation. */
    INPUT(3);

    /** How many there are. */
    public static final int COUNT = 4;

    private final int position;

    Gate(int position) {
        this.position = position;
    }

    /** Where its matrix is among those of a parameter, from 0. */
    public int position() {
        return position;
    }
}
