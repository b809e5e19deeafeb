package org.initbench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initbench.run.Troublesome;
import org.initbench.spark.SparkCluster.Command;
import org.initbench.spark.SparkCluster.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a run that is lost with a trial, an executor, the driver or a machine's data, or that comes out otherwise. */
class SparkFailuresTest extends ClusterTest {

    @TempDir
    private Path own;

    @Test
    void aTrialThatCrashesInNativeCodeIsRecordedAsLocallyAndTheOthersGoOn() throws Exception {
        Path study = Files.writeString(
                own.resolve("trouble.yaml"),
                """
                scenario: org.initbench.run.Troublesome
                initializers: [zeros, normal(1)]
                grid: {data.trouble: [NONE, CRASHES]}
                training: {learningRate: 0.1, iterations: 3}
                curves: {every: 1}
                repetitions: 2
                target: {metric: train_loss}
                """);
        String jar = jar(Troublesome.class).toString();
        String[] arguments = {"run", "--config=" + study};
        Ended ended = cluster()
                .submit(own, jar, with(folder.resolve("spark"), arguments))
                .end();
        Ended local = Command.local(own, jar, with(folder.resolve("local"), arguments))
                .end();
        assertThat(ended.code()).as(ended.err()).isEqualTo(local.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("is tried once more: native code crashed (SIGSEGV)")
                .doesNotContain("is lost");
        Path spark = folder.resolve("spark/trouble/1");
        Path other = folder.resolve("local/trouble/1");
        assertSameTables(spark, other);
        assertThat(Files.readString(spark.resolve("trials.csv"))).contains("native code crashed (SIGSEGV)");
        assertThat(names(spark.resolve("logs")))
                .isEqualTo(names(other.resolve("logs")))
                .isNotEmpty();
        assertThat(spark.resolve("manifest.json")).hasSameTextualContentAs(other.resolve("manifest.json"));
    }

    @Test
    void anExecutorThatIsKilledInTheMiddleCostsNothingButTime() throws Exception {
        Path once = own.resolve("once");
        String jar = jar(Hanging.class).toString();
        String[] arguments = hanging(once);
        Command running = cluster().submit(own, jar, with(folder.resolve("spark"), arguments));
        waitFor(own, () -> Files.exists(once), running);
        ProcessHandle executor =
                ProcessHandle.of(Long.parseLong(Files.readString(once))).orElseThrow();
        assertThat(executor.info().commandLine().orElse("")).contains("CoarseGrainedExecutorBackend");
        executor.destroyForcibly();
        Ended ended = succeed(running);
        assertThat(ended.err()).containsPattern("executor [01] on 127.0.0.1 is lost; what it was running is run again");
        locally(own, jar, arguments);
        assertSameTables(folder.resolve("spark/killed/1"), folder.resolve("local/killed/1"));
    }

    @Test
    void aDriverThatIsKilledGoesOnFromWhatWasWritten() throws Exception {
        Path once = own.resolve("once");
        String jar = jar(Hanging.class).toString();
        String[] arguments = hanging(once);
        Path out = folder.resolve("resumed");
        Path trials = out.resolve("killed/1/trials");
        Command running = cluster().submit(own, jar, with(out, arguments));
        waitFor(own, () -> Files.exists(once), running);
        waitFor(trials, () -> !content(trials).isEmpty(), running);
        running.process().destroyForcibly().waitFor();
        Map<String, byte[]> before = content(trials);
        assertThat(before).isNotEmpty().hasSizeLessThan(20);
        assertThat(out.resolve("killed/1/trials.csv")).doesNotExist();
        Ended ended = succeed(cluster().submit(own, jar, with(out, arguments)));
        assertThat(ended.err()).contains(before.size() + " of 20 trials are there from before");
        Map<String, byte[]> after = content(trials);
        assertThat(after).hasSize(20);
        before.forEach((name, bytes) -> assertThat(after.get(name)).isEqualTo(bytes));
        Path local = folder.resolve("local-resumed");
        succeed(Command.local(own, jar, with(local, arguments)));
        assertSameTables(out.resolve("killed/1"), local.resolve("killed/1"));
    }

    @Test
    void aMachineWithoutTheDataRunsNothingAndIsNamedAndWithoutAnyTheRunEnds() throws Exception {
        Path from = Files.createDirectories(folder.resolve("driver/from"));
        Path there = Files.createDirectories(folder.resolve("data")).resolve("train.csv");
        Path atFirst =
                Files.createDirectories(cluster().worker(1).resolve("data")).resolve("train.csv");
        Files.writeString(there, SparkCommandsTest.table());
        Files.writeString(atFirst, SparkCommandsTest.table());
        String[] arguments = {
            "run",
            "--scenario=classification",
            "--data=../../data/train.csv",
            "--label=label",
            "--inits=he_normal,zeros",
            "--repetitions=3",
            "--set=training.epochs=2"
        };
        Ended ended = succeed(cluster().submit(from, "", with(folder.resolve("spark"), arguments)));
        assertThat(ended.err().lines().filter(line -> line.contains("there is no file")))
                .hasSize(1)
                .first()
                .asString()
                .matches("executor [01] on 127.0.0.1 runs no trials: data.file: there is no file "
                        + "../../data/train.csv; it is looked for beside the study's file, in the working folder and in"
                        + " those of data.dir");
        locally(from, "", arguments);
        assertSameTables(folder.resolve("spark/classification/1"), folder.resolve("local/classification/1"));

        Files.delete(atFirst);
        Ended nowhere = cluster()
                .submit(from, "", with(folder.resolve("nowhere"), arguments))
                .end();
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err())
                .containsPattern("Spark gave up: executor \\d+ on 127.0.0.1 runs no trials: .*there is no file.*; "
                        + "finished trials are kept, and the same command with -Drun=1 goes on from there")
                .doesNotContain("\tat ");
    }

    private String[] hanging(Path once) throws IOException {
        Path study = Files.writeString(
                own.resolve("killed.yaml"),
                """
                scenario: org.initbench.spark.Hanging
                initializers: [zeros, normal(1)]
                data: {once: '%s'}
                training: {learningRate: 0.1, iterations: 3}
                curves: {every: 1}
                repetitions: 10
                target: {metric: train_loss}
                """
                        .formatted(once));
        return new String[] {"run", "--config=" + study};
    }

    /** Wakes up for whatever happens in a folder, until something is so. */
    private static void waitFor(Path where, Condition condition, Command running) throws Exception {
        try (WatchService watch = where.getFileSystem().newWatchService()) {
            where.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!condition.isSo()) {
                assertThat(running.process().isAlive())
                        .as(Files.readString(running.err()))
                        .isTrue();
                watch.take().reset();
            }
        }
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, byte[]> content(Path of) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        for (String name : names(of)) {
            if (name.endsWith(".json.gz")) {
                content.put(name, Files.readAllBytes(of.resolve(name)));
            }
        }
        return content;
    }

    /** What may become so. */
    private interface Condition {
        boolean isSo() throws IOException;
    }
}
