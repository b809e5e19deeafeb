package org.initbench.run;

import java.util.concurrent.atomic.AtomicBoolean;

/** What is done when this process is told to end, by Ctrl-C or a signal, while a run is under way. */
final class Interruption implements AutoCloseable {

    private final AtomicBoolean happened = new AtomicBoolean();
    private final Thread hook;

    /** From now on, until this is closed. */
    Interruption(Runnable stop, Runnable say) {
        hook = new Thread(
                () -> {
                    happened.set(true);
                    stop.run();
                    say.run();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process is ending. */
    boolean happened() {
        return happened.get();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            happened.set(true);
        }
    }
}
