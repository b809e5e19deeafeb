package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.initbench.process.ChildJvm;
import org.initbench.result.TrialFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fills a small file system of its own, which Linux lets a process mount for itself. */
@Tag("slow")
class FullDiskTest {

    private static final String NOT_PERMITTED = "cannot mount";

    /** Room for any two of three trials of 50, 92 and 172 KB. */
    private static final String SCRIPT =
            """
            mount -t tmpfs -o size=300k tmpfs "$DISK" || { echo cannot mount; exit 99; }
            "$@"
            code=$?
            cp -r "$DISK"/. "$COPY"
            exit $code
            """;

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aFullDiskEndsTheRunWithOneSentenceAndWhatWasFinishedStays(int workers, @TempDir Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path copy = Files.createDirectory(folder.resolve("copy"));
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", SCRIPT, "sh"));
        command.addAll(new ChildJvm(Main.class, List.of(arguments(disk, workers)))
                .builder(folder.resolve("crash.log"))
                .command());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISK", disk.toString());
        builder.environment().put("COPY", copy.toString());
        File output = folder.resolve("output.txt").toFile();
        Process process = builder.redirectOutput(output).start();
        int code = process.waitFor();
        String said = Files.readString(output.toPath(), StandardCharsets.UTF_8);
        if (said.contains(NOT_PERMITTED)) {
            System.err.println("SKIPPED: this process may not mount a file system");
        }
        assumeTrue(!said.contains(NOT_PERMITTED));

        assertThat(code).as(said).isEqualTo(ExitCode.FAILED);
        assertThat(said.lines().filter(line -> line.startsWith("initbench: ")))
                .singleElement()
                .asString()
                .contains("cannot write to " + disk, "No space left on device", "-Drun=full goes on from there");
        assertThat(said).doesNotContain("\tat ");
        Path run = copy.resolve("moons/full");
        TrialFiles trials = new TrialFiles(run.resolve("trials"));
        String[] files = run.resolve("trials").toFile().list();
        assertThat(files).isNotEmpty().allMatch(file -> file.endsWith(".json.gz"));
        for (Path file : trials.files()) {
            assertThat(trials.readAny(file)).isPresent();
        }

        Invocation onALargerDisk = Invocation.of(arguments(copy, workers));
        assertThat(onALargerDisk.exitCode()).as(onALargerDisk.err()).isEqualTo(ExitCode.OK);
        assertThat(onALargerDisk.err()).contains(files.length + " of 3 trials are there from before");
    }

    private static String[] arguments(Path out, int workers) {
        return new String[] {
            "run",
            "--scenario=moons",
            "--set=training.iterations=5,curves.every=1",
            "--out=" + out,
            "--run=full",
            "--workers=" + workers
        };
    }
}
