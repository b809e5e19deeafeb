package org.initbench.process;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where every {@link ChildJvm} begins: it watches the parent, then goes on with the main class it was given. Halting works
 * even while another thread is stuck in native code.
 */
public final class ChildMain {

    private static final int PARENT_IS_GONE = 1;

    private ChildMain() {}

    /** Takes the parent's process id, the name of the main class, and its arguments. */
    public static void main(String[] args) throws Throwable {
        Thread watching = new Thread(() -> haltAfter(ProcessHandle.of(Long.parseLong(args[0]))), "parent-watch");
        watching.setDaemon(true);
        watching.start();
        try {
            Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 2, args.length));
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static void haltAfter(Optional<ProcessHandle> parent) {
        parent.ifPresent(running -> running.onExit().join());
        Runtime.getRuntime().halt(PARENT_IS_GONE);
    }
}
