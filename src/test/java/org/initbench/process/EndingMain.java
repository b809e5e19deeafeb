package org.initbench.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Ends in the way that its argument names. */
public final class EndingMain {

    static final Duration LONG = Duration.ofMinutes(5);

    private EndingMain() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "returns" -> System.out.println("done " + args[1]);
            case "throws" -> throw new IllegalStateException("out of luck");
            case "exits" -> System.exit(7);
            case "halts" -> Runtime.getRuntime().halt(134);
            case "shows" -> System.out.println(System.getProperty(args[1]));
            case "sleeps" -> Thread.sleep(LONG.toMillis());
            case "leaves a child" -> leaveAChild();
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Starts a child that sleeps, prints its process id, and halts without any clearing up. */
    @SuppressWarnings("BusyWait")
    private static void leaveAChild() throws InterruptedException {
        Thread waiting = new Thread(() -> {
            try {
                new ChildJvm(EndingMain.class, List.of("sleeps")).run(LONG);
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
        waiting.setDaemon(true);
        waiting.start();
        while (ProcessHandle.current().children().findAny().isEmpty()) {
            Thread.sleep(1);
        }
        System.out.println(
                ProcessHandle.current().children().findAny().orElseThrow().pid());
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }
}
