package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
            "curves.csv",
            "document.csv",
            "histograms.csv",
            "layers.csv",
            "predictions.csv",
            "summary.csv",
            "trials.csv",
            "weights.csv");

    @TempDir
    private static Path out;

    private static String console = "";

    @BeforeAll
    static void runTheSameStudyTwice() {
        console = run("first");
        run("second");
    }

    @Test
    void everyTableThatAppliesIsWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder("first"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsAll(REPEATABLE)
                    .contains("manifest.json", "timings.csv")
                    .hasSize(REPEATABLE.size() + 2);
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
    void aRunIdInUseIsRefusedAndTheOldRunStays() throws IOException {
        long before =
                Files.getLastModifiedTime(folder("first").resolve("trials.csv")).toMillis();
        StringWriter err = new StringWriter();
        int exitCode = Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments("first"));
        assertThat(exitCode).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(err.toString()).contains("is there already");
        assertThat(Files.getLastModifiedTime(folder("first").resolve("trials.csv"))
                        .toMillis())
                .isEqualTo(before);
    }

    private static Path folder(String run) {
        return out.resolve("moons").resolve(run);
    }

    private static String run(String id) {
        StringWriter text = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.execute(new PrintWriter(text), new PrintWriter(err), arguments(id));
        assertThat(exitCode).as(err.toString()).isEqualTo(ExitCode.OK);
        return text.toString();
    }

    private static String[] arguments(String id) {
        return new String[] {
            "run",
            "--scenario=moons",
            "--set=training.iterations=20,curves.every=10,probes.every=5,repetitions=2",
            "--out=" + out,
            "--run=" + id,
        };
    }
}
