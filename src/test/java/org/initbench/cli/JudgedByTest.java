package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents tables that pandas groups to nothing, and a study that is judged silently by its training loss. */
class JudgedByTest {

    private static final String SIZES = "training.iterations=3,data.train=20,data.test=10";

    @TempDir
    private Path out;

    @Test
    void withoutATargetTheTestSetJudgesAndThatIsSaid() throws IOException {
        Path study = Files.writeString(
                out.resolve("mine.yaml"),
                """
                scenario: moons
                initializers: [zeros, he_normal]
                training: {iterations: 3}
                data: {train: 20, test: 10}
                """);
        Invocation run = Invocation.of("run", "--config=" + study, "--out=" + out, "--run=r", "--workers=0");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("test accuracy");
        assertThat(Files.readString(out.resolve("mine/r/report.md")))
                .contains("Judged by test accuracy, as the study names no target.");
    }

    @Test
    void withoutAGridTheVariantIsBaseInEveryTable() throws IOException {
        run("--set=" + SIZES);
        for (Path table : tables()) {
            List<String> lines = Files.readAllLines(table);
            int variant = List.of(lines.get(0).split(",", -1)).indexOf("variant");
            assertThat(lines.subList(1, lines.size())).as(table.toString()).allSatisfy(line -> assertThat(
                            List.of(line.split(",", -1)).get(variant))
                    .isEqualTo("base"));
        }
    }

    @Test
    void eachPathOfAGridHasAColumnAtTheEndOfEveryTable() throws IOException {
        run("--set=grid.network.activation=[relu,tanh],grid.data.noise=[0.1,0.2]," + SIZES);
        for (Path table : tables()) {
            List<String> lines = Files.readAllLines(table);
            assertThat(lines.get(0)).as(table.toString()).endsWith(",network.activation,data.noise");
            assertThat(lines.get(1)).endsWith(",relu,0.1");
            assertThat(lines.get(lines.size() - 1)).endsWith(",tanh,0.2");
        }
    }

    private void run(String set) {
        Invocation run = Invocation.of(
                "run", "--scenario=moons", "--inits=zeros,he_normal", set, "--out=" + out, "--run=r", "--workers=0");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    /** But for that of the published table, which a grid has no place in. */
    private List<Path> tables() throws IOException {
        try (var files = Files.list(out.resolve("moons/r"))) {
            List<Path> tables = files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.endsWith("document.csv"))
                    .toList();
            assertThat(tables).hasSizeGreaterThan(6);
            return tables;
        }
    }
}
