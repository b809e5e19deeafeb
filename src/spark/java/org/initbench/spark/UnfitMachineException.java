package org.initbench.spark;

/** A machine lacks what the trials of a run need. The message is one sentence, and the task is for another machine. */
final class UnfitMachineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitMachineException(String message) {
        super(message);
    }
}
