package org.initbench.process;

import java.util.List;

/** How a JVM is started that runs one trial after the other. */
public final class WorkerJvm {

    /** What a worker's process may take unless told otherwise, in bytes: 3 GiB. */
    public static final long MEMORY_LIMIT = 3L << 30;

    /** For trials of a single minibatch, of which most is the JVM's start. */
    public static final String LIGHT_COMPILER = "-XX:TieredStopAtLevel=1";

    /** The heap is a third of what the process may take; networks and data live outside of it. */
    private static final long HEAP_SHARE = 3;

    private static final long SMALLEST_HEAP = 256L << 20;

    private WorkerJvm() {}

    /**
     * Options of {@code java}. A small young generation is collected every some hundred steps, within a few milliseconds, and
     * with it the native memory that its objects stand for, which the collector does not see; the serial collector needs no
     * threads of its own beside the other worker's. DL4J's methods call many others, so that by default the compiler is busy
     * for longer than a small trial takes, on the core of another worker; less inlining halves that, and what is left
     * gets less where methods are the light compiler's until they have been called about three times as often as by default. Loops count as ever.
     *
     * @param memoryLimit of the process, in bytes
     */
    public static List<String> flags(long memoryLimit) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:InlineSmallCode=1000",
                "-XX:Tier4InvocationThreshold=15000",
                "-XX:Tier4MinInvocationThreshold=2000",
                "-XX:Tier4CompileThreshold=40000",
                "-Xmn64m",
                "-Xmx" + Math.max(memoryLimit / HEAP_SHARE, SMALLEST_HEAP));
    }
}
