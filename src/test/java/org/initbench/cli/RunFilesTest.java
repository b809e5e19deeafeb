package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a run that leaves a table out, or whose tables change from one run to the next. */
class RunFilesTest {

    private static final List<String> REPEATABLE = List.of(
            "boundary.csv",
            "comparisons.csv",
            "curves.csv",
            "document.csv",
            "histograms.csv",
            "layers.csv",
            "predictions.csv",
            "spectrum.csv",
            "summary.csv",
            "trials.csv",
            "weights.csv");

    @TempDir
    private static Path out;

    private static String console = "";

    @BeforeAll
    static void runTheSameStudyTwice() {
        console = run("first", "--workers=0");
        run("second", "--workers=2");
    }

    @Test
    void everyTableThatAppliesIsWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder("first"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsAll(REPEATABLE)
                    .contains(
                            "manifest.json",
                            "timings.csv",
                            "study.json",
                            "trials",
                            "plots",
                            "report.html",
                            "report.md",
                            ".lock")
                    .hasSize(REPEATABLE.size() + 8);
        }
    }

    @Test
    void twoRunsWriteTheSameBytes() {
        for (String table : REPEATABLE) {
            assertThat(folder("second").resolve(table))
                    .hasSameBinaryContentAs(folder("first").resolve(table));
        }
    }

    @Test
    void theConsoleShowsDocumentAndMeasuredSideBySide() {
        assertThat(console).contains("0.7342482321384683", "document", "measured", "agree with the document");
        assertThat(console).contains("results: " + folder("first"));
    }

    @Test
    void theManifestSaysWhatWasRunWithWhat() throws IOException {
        JsonNode manifest = new ObjectMapper()
                .readTree(folder("first").resolve("manifest.json").toFile());
        assertThat(manifest.at("/study/training/iterations").intValue()).isEqualTo(20);
        assertThat(manifest.at("/study/training/divergence").doubleValue()).isEqualTo(1e6);
        assertThat(manifest.at("/seeds/study").intValue()).isEqualTo(1);
        assertThat(manifest.at("/backend/deeplearning4j").asText()).isEqualTo("1.0.0-M2.1");
        assertThat(manifest.at("/backend/blas").asText()).isEqualTo("OPENBLAS");
        assertThat(manifest.at("/git/commit").asText()).matches("[0-9a-f]{40}|unknown");
        assertThat(manifest.at("/datasets/make_moons train").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void anotherStudyDoesNotGoIntoTheSameRun() throws IOException {
        byte[] before = Files.readAllBytes(folder("first").resolve("trials.csv"));
        Invocation other = Invocation.of(arguments("first", "--seed=2"));
        assertThat(other.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(other.err())
                .contains("holds another study: seed is 1 there and 2 here; give another id")
                .hasLineCount(1);
        assertThat(folder("first").resolve("trials.csv")).hasBinaryContent(before);
    }

    @Test
    void theSameCommandOnceMoreRunsNothingAndWritesTheSameTables() throws IOException {
        byte[] before = Files.readAllBytes(folder("first").resolve("trials.csv"));
        Files.delete(folder("first").resolve("trials.csv"));
        Invocation again = Invocation.of(arguments("first", "--workers=2"));
        assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.OK);
        assertThat(again.err()).contains("6 of 6 trials are there from before");
        assertThat(folder("first").resolve("trials.csv")).hasBinaryContent(before);
    }

    private static Path folder(String run) {
        return out.resolve("moons").resolve(run);
    }

    private static String run(String id, String option) {
        Invocation run = Invocation.of(arguments(id, option));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        return run.out();
    }

    private static String[] arguments(String id, String option) {
        return new String[] {
            "run",
            "--scenario=moons",
            "--set=training.iterations=20,curves.every=10,probes.every=5,probes.spectrum=true,repetitions=2",
            "--out=" + out,
            "--run=" + id,
            option,
        };
    }
}
