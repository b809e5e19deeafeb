package org.initbench.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs a main class in a JVM of its own, so that native code may hang or crash there. The child has this process's class
 * path and backend properties and those of {@link ProcessSettings}; it is killed when its time is up, and ends by itself when this process is gone.
 *
 * @param main class with the main method
 * @param flags of the JVM
 * @param arguments of the main method
 */
public record ChildJvm(Class<?> main, List<String> flags, List<String> arguments) {

    private static final List<String> BACKEND_PROPERTIES = List.of(
            "org.bytedeco.javacpp.",
            "org.nd4j.",
            "org.eclipse.deeplearning4j.",
            "initbench.",
            "org.slf4j.simpleLogger.");

    /** Names the archive of classes that the processes of one build share. */
    static final String ARCHIVE = "initbench.archive";

    /** A killed process is gone at once, unless the operating system keeps it. */
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    /** A child without flags of its own. */
    public ChildJvm(Class<?> main, List<String> arguments) {
        this(main, List.of(), arguments);
    }

    /** How a child ended. */
    public sealed interface Ending {

        /** By itself. Where native code crashed, the code is 128 and the number of the signal. */
        record Exited(int code, String output) implements Ending {}

        /** Killed, as its time was up. */
        record Killed(Duration limit) implements Ending {}
    }

    /**
     * Waits until the child has ended.
     *
     * @param limit after which it is killed
     * @return how it ended, with what it wrote to standard output and standard error
     * @throws IOException if it cannot be started
     * @throws InterruptedException if this thread was interrupted; the child is then killed
     */
    public Ending run(Duration limit) throws IOException, InterruptedException {
        Path output = Files.createTempFile("initbench-child", ".txt");
        Path crash = Files.createTempFile("initbench-child", ".log");
        try {
            return run(limit, output, crash);
        } finally {
            Files.delete(output);
            Files.delete(crash);
        }
    }

    private Ending run(Duration limit, Path output, Path crash) throws IOException, InterruptedException {
        Process child = builder(crash)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Ending.Killed(limit);
            }
            return new Ending.Exited(child.exitValue(), Files.readString(output));
        } finally {
            child.destroyForcibly().waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * The child's process, yet to be started, for those who talk to it while it runs.
     *
     * @param crash file that the JVM writes should native code crash
     */
    public ProcessBuilder builder(Path crash) {
        return new ProcessBuilder(command(crash));
    }

    private List<String> command(Path crash) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-XX:ErrorFile=" + crash);
        Map<String, String> properties = new TreeMap<>(ProcessSettings.all());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> BACKEND_PROPERTIES.stream().anyMatch(name::startsWith))
                .forEach(name -> properties.put(name, System.getProperty(name)));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(sharedClasses());
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), ChildMain.class.getName()));
        command.add(String.valueOf(ProcessHandle.current().pid()));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** Classes that this JVM maps rather than loads, where it does. */
    private static List<String> sharedClasses() {
        String archive = System.getProperty(ARCHIVE);
        return archive == null
                ? List.of()
                : List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /**
     * The class path of this process. Under {@code mvn exec:java} only the class loader knows it: {@code java.class.path} is
     * Maven's launcher there.
     */
    public static String classPath() {
        if (ChildJvm.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(ChildJvm::file).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException("cannot pass " + url + " to a child", notAFile);
        }
    }
}
