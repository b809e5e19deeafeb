package org.initbench.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A standalone master and two workers of one core each on the loopback address, every one a process of its own. */
final class SparkCluster implements AutoCloseable {

    private static final Path HOME = Path.of("target", "spark-home").toAbsolutePath();
    private static final Path JAR = Path.of("target", "initbench-spark.jar").toAbsolutePath();
    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://\\S+)");

    /** Processes that live for seconds. */
    private static final String FAST = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Map<String, String> ENVIRONMENT =
            Map.of("SPARK_LOCAL_IP", "127.0.0.1", "INITBENCH_SPARK_OPTS", FAST);

    private final Path folder;
    private final String address;
    private final List<Process> processes = new ArrayList<>();

    /**
     * Starts all three.
     *
     * @param folder that holds their logs, and {@code worker-1} and {@code worker-2}, below which executors have their working folders
     */
    SparkCluster(Path folder) throws IOException {
        this.folder = folder;
        Process master = start(
                "spark-master",
                folder.resolve("master.log"),
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        this.address = address(master);
        for (int number : List.of(1, 2)) {
            start(
                    "spark-worker",
                    folder.resolve("worker-" + number + ".log"),
                    "--host",
                    "127.0.0.1",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--webui-port",
                    "0",
                    "-d",
                    worker(number).toString(),
                    address);
        }
    }

    /** Waits until the master says where it is. */
    private String address(Process master) throws IOException {
        BufferedReader log = master.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread rest = new Thread(() -> log.lines().forEach(ignored -> {}), "master-log");
                rest.setDaemon(true);
                rest.start();
                return address.group(1);
            }
        }
        throw new IOException("the master ended with exit code " + master.exitValue());
    }

    private Process start(String program, Path log, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(HOME.resolve("bin").resolve(program).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(ENVIRONMENT);
        if (!program.equals("spark-master")) {
            builder.redirectOutput(log.toFile());
        }
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Where a worker has the working folders of its executors, two levels down. */
    Path worker(int number) {
        return folder.resolve("worker-" + number);
    }

    /**
     * Submits a command of initbench; no task begins before there are both executors.
     *
     * @param from the working folder of the driver
     * @param jars with classes of one's own, separated by commas; empty for none
     */
    Command submit(Path from, String jars, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("bin/spark-submit").toString(),
                "--master",
                address,
                "--total-executor-cores",
                "2",
                "--executor-memory",
                "512m",
                "--conf",
                "spark.scheduler.minRegisteredResourcesRatio=1",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.executor.extraJavaOptions=" + FAST));
        if (!jars.isEmpty()) {
            command.addAll(List.of("--jars", jars));
        }
        command.add(JAR.toString());
        command.addAll(arguments);
        return Command.start(from, command, ENVIRONMENT);
    }

    /** Ends everybody, executors included. */
    @Override
    public void close() {
        List<ProcessHandle> all = processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }

    /** A program that runs, and what it prints. */
    record Command(Process process, Path out, Path err) {

        static Command start(Path from, List<String> command, Map<String, String> environment) throws IOException {
            Path out = Files.createTempFile(from, "out", ".txt");
            Path err = Files.createTempFile(from, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(from.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Command(builder.start(), out, err);
        }

        /** The same command on this machine, by two workers. */
        static Command local(Path from, String jars, List<String> arguments) throws IOException {
            String path = Stream.of("target/initbench.jar", "target/lib/*")
                    .map(part -> Path.of(part).toAbsolutePath().toString())
                    .reduce(jars, (all, part) -> all.isEmpty() ? part : all + ":" + part);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dworkers=2",
                    "-cp",
                    path,
                    "org.initbench.cli.Main"));
            command.addAll(arguments);
            return start(from, command, Map.of());
        }

        /** Waits for the end. */
        Ended end() throws IOException, InterruptedException {
            int code = process.waitFor();
            return new Ended(code, Files.readString(out), Files.readString(err));
        }
    }

    /** What came of a program. */
    record Ended(int code, String out, String err) {}
}
