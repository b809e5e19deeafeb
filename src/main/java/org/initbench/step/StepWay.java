package org.initbench.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a process makes updates between iterations that are measured; workers take the way of the command that starts them. */
public enum StepWay {
    /** By a {@link StepPlan} where one serves the network. */
    PLAN,
    /** By Deeplearning4j's {@code fit} alone. */
    DL4J;

    private static final String PROPERTY = "initbench.step";

    /** As options have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of a word; empty where it is none. */
    public static Optional<StepWay> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }

    /** That of this process. */
    public static StepWay here() {
        return of(System.getProperty(PROPERTY, PLAN.word())).orElse(PLAN);
    }

    /** Makes it that of this process, and of those that it starts from now on. */
    public void take() {
        System.setProperty(PROPERTY, word());
    }
}
