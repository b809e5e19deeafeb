package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.FileUtils;
import org.initbench.result.StudyFile;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a report that needs training, or that says something else than the run did. */
class ReportCommandTest {

    @TempDir
    private static Path out;

    private static Invocation run = new Invocation(0, "", "");

    @BeforeAll
    static void run() {
        run = Invocation.of(
                "run",
                "--scenario=moons",
                "--set=training.iterations=4,curves.every=2",
                "--out=" + out,
                "--run=first",
                "--workers=0");
    }

    @Test
    void aReportIsWrittenFromTheFilesOfARunAlone() throws IOException {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        Path folder = out.resolve("moons/first");
        byte[] summary = Files.readAllBytes(folder.resolve("summary.csv"));
        Files.delete(folder.resolve("summary.csv"));
        Invocation report = Invocation.of("report", folder.toString());
        assertThat(report.exitCode()).as(report.err()).isEqualTo(ExitCode.OK);
        assertThat(report.out()).isEqualTo(run.out().substring(run.out().indexOf('\n') + 1));
        assertThat(folder.resolve("summary.csv")).hasBinaryContent(summary);
    }

    @Test
    void aRunIsComparedWithATableAfterwards() throws IOException {
        Path folder = out.resolve("moons/first");
        Path table = Files.writeString(
                out.resolve("table.yaml"),
                "source: a book\nfigures:\n- {init: zeros, quantity: train_loss, iterations: [0, 2, 7], values: [0.693, 0.7, 1]}\n");
        Invocation report = Invocation.of("report", folder.toString(), "--document=" + table);
        assertThat(report.exitCode()).as(report.err()).isEqualTo(ExitCode.OK);
        assertThat(report.out()).contains("2 of 2 judged figures agree with the document");
        assertThat(Files.readString(folder.resolve("report.md"))).contains("Source: a book.");
        Invocation missing = Invocation.of("report", folder.toString(), "--document=mons");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no file mons").contains("did you mean moons?");
        Invocation.of("report", folder.toString());
    }

    @Test
    void theVerdictIsTheLastWord() {
        assertThat(run.out().strip()).endsWith("printed figures agree.");
    }

    @Test
    void aRunIsJudgedAnewByAnotherMetricAndThenByItsOwn() throws IOException {
        Path folder = out.resolve("moons/first");
        Invocation anew = Invocation.of("report", folder.toString(), "--metric=test_loss");
        assertThat(anew.exitCode()).as(anew.err()).isEqualTo(ExitCode.OK);
        assertThat(anew.out()).contains("test loss").doesNotContain("test accuracy ");
        assertThat(Files.readString(folder.resolve("report.md"))).contains("has the best test loss");
        Invocation.of("report", folder.toString());
        assertThat(Files.readString(folder.resolve("report.md"))).contains("has the best test accuracy");
    }

    @Test
    void aMetricThatDoesNotExistIsNamed() {
        Invocation report = Invocation.of("report", out.resolve("moons/first").toString(), "--metric=test_lost");
        assertThat(report.err())
                .contains("metric: test_lost is not known; did you mean test_loss?")
                .hasLineCount(1);
        assertThat(report.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    }

    @Test
    void aRunIsFoundInTheResultsFolder() {
        assertThat(Invocation.of("report", "moons/first", "--out=" + out).exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aFolderThatIsNoRunIsNamed() {
        Invocation report = Invocation.of("report", out.toString());
        assertThat(report.err())
                .isEqualTo("initbench: report: " + out + " is not the folder of a run: there is no study.json in it"
                        + System.lineSeparator());
        assertThat(report.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    }

    @Test
    void aStudyThatIsDamagedIsOneSentence(@TempDir Path copy) throws IOException {
        Path folder = copied(copy);
        for (String content : List.of(
                "", "{", "[]", "{\"scenario\":\"moons\",\"study\":[]}", "{\"scenario\":\"moons\",\"study\":{}}")) {
            Files.writeString(folder.resolve("study.json"), content);
            Invocation report = Invocation.of("report", folder.toString());
            assertThat(report.err())
                    .contains(folder.resolve("study.json") + " is damaged")
                    .hasLineCount(1);
            assertThat(report.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        }
    }

    @Test
    void whicheverTrialIsMissingOrDamagedTheOthersAreReportedOn(@TempDir Path copy) throws IOException {
        Path folder = copied(copy);
        TrialFiles trials = new TrialFiles(folder.resolve("trials"));
        List<String> all = Files.readAllLines(folder.resolve("summary.csv"));
        StudyFile study = StudyFile.read(folder).orElseThrow();
        Files.delete(trials.file(new TrialKey("moons", "", "zeros", 0.01, 0)));
        assertThat(Invocation.of("report", folder.toString()).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(folder.resolve("summary.csv")))
                .hasSize(all.size() - 1)
                .noneMatch(row -> row.contains("zeros"));
        for (Path file : trials.files()) {
            Files.writeString(file, "damaged");
        }
        Invocation none = Invocation.of("report", folder.toString());
        assertThat(none.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(none.err())
                .contains("all trials of " + folder + " are damaged")
                .hasLineCount(1);
        assertThat(study.scenario()).isEqualTo("moons");
    }

    /** Trials were plain JSON under their number then, and a study had neither fingerprint nor order. */
    @Test
    void aRunOfAnEarlierVersionIsReportedOnAndNotResumed(@TempDir Path copy) throws IOException {
        Path folder = copied(copy);
        TrialFiles trials = new TrialFiles(folder.resolve("trials"));
        StudyFile study = StudyFile.read(folder).orElseThrow();
        List<TrialResult> results = new ArrayList<>();
        for (Path file : trials.files()) {
            results.add(trials.readAny(file).orElseThrow());
        }
        int number = 0;
        for (TrialResult trial : Objects.requireNonNull(study.order()).ordered(results)) {
            Path file = trials.file(trial.key());
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                Files.writeString(
                        trials.folder().resolve("0000" + number++ + ".json"),
                        "{\"version\":1,\"trial\":" + content.substring(content.indexOf("\"trial\":") + 8));
            }
            Files.delete(file);
        }
        new StudyFile(study.scenario(), study.study(), null, null).write(folder);
        byte[] summary = Files.readAllBytes(folder.resolve("summary.csv"));
        Files.delete(folder.resolve("summary.csv"));
        Invocation report = Invocation.of("report", folder.toString());
        assertThat(report.exitCode()).as(report.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("summary.csv")).hasBinaryContent(summary);

        Invocation resumed = Invocation.of(
                "run",
                "--scenario=moons",
                "--set=training.iterations=4,curves.every=2",
                "--out=" + copy,
                "--run=first");
        assertThat(resumed.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(resumed.err())
                .contains("was begun by an earlier build, which did not keep what it was of; give another id");
    }

    private static Path copied(Path to) throws IOException {
        FileUtils.copyDirectory(
                out.resolve("moons/first").toFile(), to.resolve("moons/first").toFile());
        return to.resolve("moons/first");
    }

    @Test
    void aRunIsAskedFor() {
        Invocation report = Invocation.of("report");
        assertThat(report.err()).contains("RUN").hasLineCount(1);
        assertThat(report.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    }
}
