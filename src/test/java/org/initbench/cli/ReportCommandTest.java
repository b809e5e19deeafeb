package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void aRunIsAskedFor() {
        Invocation report = Invocation.of("report");
        assertThat(report.err()).contains("RUN").hasLineCount(1);
        assertThat(report.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    }
}
