package org.initbench.process;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The system properties of initbench's own processes: the command, its workers and other children. A program that has
 * initbench on its class path runs without them, and so as if it had not. What is set on the command line wins.
 */
public final class ProcessSettings {

    private static final String TUNED = "initbench.tuned";

    private static final Map<String, String> DEFAULTS = Map.of(
            TUNED,
            "true",
            // Deeplearning4j logs a page of INFO lines at start-up; warnings and errors still show.
            "org.slf4j.simpleLogger.defaultLogLevel",
            "warn",
            "org.slf4j.simpleLogger.showThreadName",
            "false",
            "org.slf4j.simpleLogger.showShortLogName",
            "true");

    private ProcessSettings() {}

    /** Makes this process one of initbench's own. To be called before Deeplearning4j or a logger is first used. */
    public static void apply() {
        all().forEach(System::setProperty);
    }

    /**
     * Whether ND4J is to take the backend with initbench's settings here: in initbench's own processes, and in those whose
     * {@code initbench.tuned} is true.
     */
    public static boolean isTuned() {
        return Boolean.getBoolean(TUNED);
    }

    /** What a child is started with, by name, in order: this process's own, where it has any. */
    public static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>(DEFAULTS);
        all.replaceAll(System::getProperty);
        return Collections.unmodifiableMap(all);
    }
}
