package org.initbench.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.initbench.config.OwnClass;
import org.initbench.config.Suggestion;

/** The list of executors: one line for each that comes with initbench. A name with dots is that of a class on the class path. */
public final class TrialExecutors {

    private static final OwnClass<TrialExecutor> OWN = new OwnClass<>(
            TrialExecutor.class,
            "a TrialExecutor with a public constructor of WorkerSettings and a Path for logs",
            List.of(WorkerSettings.class, Path.class));

    private static final Map<String, BiFunction<WorkerSettings, Path, TrialExecutor>> BUILT_IN = builtIn();

    private TrialExecutors() {}

    private static Map<String, BiFunction<WorkerSettings, Path, TrialExecutor>> builtIn() {
        Map<String, BiFunction<WorkerSettings, Path, TrialExecutor>> builtIn = new LinkedHashMap<>();
        builtIn.put("processes", WorkerProcesses::new);
        builtIn.put("jvm", (settings, logs) -> new ThisJvm());
        return builtIn;
    }

    /** The one for so many workers: without any, trials run in this JVM. */
    public static String nameFor(int workers) {
        return workers == 0 ? "jvm" : "processes";
    }

    /** Why there is no executor of that name, as a message goes on after the key; empty where there is one. */
    public static Optional<String> problem(String name) {
        if (BUILT_IN.containsKey(name)) {
            return Optional.empty();
        }
        return name.contains(".")
                ? OWN.problem(name)
                : Optional.of(name + " is not known" + Suggestion.forUnknown(name, BUILT_IN.keySet()));
    }

    /**
     * The executor of that name.
     *
     * @param logs folder for what workers printed that were lost
     */
    public static TrialExecutor open(String name, WorkerSettings settings, Path logs) {
        BiFunction<WorkerSettings, Path, TrialExecutor> builtIn = BUILT_IN.get(name);
        return builtIn == null ? OWN.make(name, settings, logs) : builtIn.apply(settings, logs);
    }
}
