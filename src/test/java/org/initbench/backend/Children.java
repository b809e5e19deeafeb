package org.initbench.backend;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.initbench.process.ChildJvm;
import org.initbench.process.ProcessSettings;

/** Runs a main class of the tests in a JVM of its own. */
final class Children {

    private Children() {}

    /** What the child printed, standard error included. */
    static String output(Class<?> main, Predicate<String> jars, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ProcessSettings.all().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(jars), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(main.getSimpleName() + " failed:\n" + output);
        }
        return output;
    }

    private static String classPath(Predicate<String> jars) {
        return Arrays.stream(ChildJvm.classPath().split(File.pathSeparator, -1))
                .filter(jars)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
