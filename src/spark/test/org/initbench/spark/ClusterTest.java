package org.initbench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.initbench.spark.SparkCluster.Command;
import org.initbench.spark.SparkCluster.Ended;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands on a cluster and on this machine, for those who compare what comes of them. */
@Tag("spark")
@Timeout(300)
abstract class ClusterTest {

    @TempDir
    static Path folder;

    private static SparkCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = new SparkCluster(folder);
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    static SparkCluster cluster() {
        return cluster;
    }

    /** The results of a command on the cluster, which ends well. */
    static Path onSpark(Path from, String jars, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("spark");
        succeed(cluster.submit(from, jars, with(out, arguments)));
        return out;
    }

    /** The results of the same command by two workers. */
    static Path locally(Path from, String jars, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("local");
        succeed(Command.local(from, jars, with(out, arguments)));
        return out;
    }

    static Ended succeed(Command command) throws IOException, InterruptedException {
        Ended ended = command.end();
        assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
        return ended;
    }

    static List<String> with(Path out, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out=" + out, "--run=1"));
        return all;
    }

    /** Holds the tables of one run equal to another's, byte by byte, but for the times. */
    static void assertSameTables(Path run, Path other) throws IOException {
        List<String> names = tables(other);
        assertThat(names).isNotEmpty();
        assertThat(tables(run)).isEqualTo(names);
        for (String name : names) {
            assertThat(run.resolve(name)).hasSameBinaryContentAs(other.resolve(name));
        }
    }

    private static List<String> tables(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".csv") && !name.equals("timings.csv"))
                    .sorted()
                    .toList();
        }
    }

    /** A jar with a class of the tests and those within it. */
    static Path jar(Class<?> type) throws IOException {
        Path jar = folder.resolve(type.getSimpleName() + ".jar");
        String name = type.getName().replace('.', '/');
        String inPackage = name.substring(0, name.lastIndexOf('/'));
        try (Stream<Path> all = Files.list(Path.of("target", "test-classes", inPackage));
                JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : all.toList()) {
                String itsName = String.valueOf(file.getFileName());
                if (itsName.matches(type.getSimpleName() + "(\\$.*)?\\.class")) {
                    content.putNextEntry(new JarEntry(inPackage + "/" + itsName));
                    content.write(Files.readAllBytes(file));
                }
            }
        }
        return jar;
    }
}
