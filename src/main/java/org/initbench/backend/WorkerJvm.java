package org.initbench.backend;

import java.util.List;

/** How the JVM of a worker is set up. */
public final class WorkerJvm {

    private WorkerJvm() {}

    /**
     * Flags of the JVM.
     *
     * @param memoryLimit of the process in bytes; the heap alone never passes it
     */
    public static List<String> flags(long memoryLimit) {
        return List.of("-XX:+UseSerialGC", "-Xmx" + memoryLimit);
    }
}
