package org.initbench.backend;

import java.util.List;

/** How a JVM is started that runs one trial after the other. */
public final class WorkerJvm {

    private WorkerJvm() {}

    /**
     * Options of {@code java}. A small young generation is collected every some hundred steps, within a few milliseconds, and
     * with it the native memory that its objects stand for, which the collector does not see; the serial collector needs no
     * threads of its own beside the other worker's.
     */
    public static List<String> flags() {
        return List.of("-XX:+UseSerialGC", "-Xmn64m", "-Xmx1g");
    }
}
