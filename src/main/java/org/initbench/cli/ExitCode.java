package org.initbench.cli;

/** What the process ends with. */
final class ExitCode {

    /** All trials ran, diverged ones included; some may have been skipped. */
    static final int OK = 0;

    /** A trial failed, all were skipped, or something unexpected happened. */
    static final int FAILED = 1;

    /** What the user gave cannot be used. */
    static final int INVALID_INPUT = 2;

    private ExitCode() {}
}
