package org.initbench.backend;

import java.util.List;

/** How the JVM of a worker is set up. */
public final class WorkerJvm {

    private WorkerJvm() {}

    /** Flags of the JVM. */
    public static List<String> flags() {
        return List.of("-XX:+UseSerialGC");
    }
}
