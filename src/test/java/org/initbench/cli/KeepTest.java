package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents runs that fill a disk with what nobody looks at, and rows that are lost when more of them are asked for. */
class KeepTest {

    @TempDir
    private Path out;

    @Test
    void largeTablesHaveTheFirstRepetitionsAlone() throws IOException {
        run("some", "");
        assertThat(repetitions("some", "boundary.csv")).containsExactly("0");
        assertThat(repetitions("some", "predictions.csv")).containsExactly("0");
        assertThat(repetitions("some", "weights.csv")).containsExactly("0");
        assertThat(repetitions("some", "histograms.csv")).containsExactly("0", "1", "2");
        assertThat(repetitions("some", "layers.csv")).containsExactly("0", "1", "2", "3");
    }

    @Test
    void noneAndAllCanBeKept() throws IOException {
        run("none", ",keep.boundary=0,keep.histograms=all");
        assertThat(out.resolve("moons/none/boundary.csv")).doesNotExist();
        assertThat(repetitions("none", "histograms.csv")).containsExactly("0", "1", "2", "3");
    }

    @Test
    void whatIsKeptIsNoPartOfWhatARunIsAndMoreOfItMakesTheSameTables() throws IOException {
        run("grown", "");
        run("grown", ",keep.boundary=2,keep.weights=all");
        run("whole", ",keep.boundary=2,keep.weights=all");
        assertThat(tables("grown")).isEqualTo(tables("whole"));
        run("grown", "");
        run("fresh", "");
        assertThat(tables("grown")).isEqualTo(tables("fresh"));
    }

    @Test
    void anythingElseThanANumberOrAllIsRefused() {
        Invocation run = Invocation.of(
                "run", "--scenario=moons", "--set=keep.weights=many,keep.boundary=-1", "--out=" + out, "--workers=0");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err())
                .contains("keep.boundary: -1 is not allowed; give a whole number of at least 0, or all")
                .contains("keep.weights: many is not allowed");
    }

    private void run(String name, String keep) {
        Invocation run = Invocation.of(
                "run",
                "--scenario=moons",
                "--inits=zeros,he_normal",
                "--repetitions=4",
                "--set=training.iterations=3,data.train=20,data.test=10" + keep,
                "--out=" + out,
                "--run=" + name,
                "--workers=0");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    }

    private List<String> repetitions(String run, String table) throws IOException {
        List<String> lines =
                Files.readAllLines(out.resolve("moons").resolve(run).resolve(table));
        int column = List.of(lines.get(0).split(",", -1)).indexOf("repetition");
        return lines.subList(1, lines.size()).stream()
                .map(line -> List.of(line.split(",", -1)).get(column))
                .distinct()
                .toList();
    }

    /** But for that of wall-clock times. */
    private Map<String, String> tables(String run) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(out.resolve("moons").resolve(run))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                if (!file.endsWith("timings.csv")) {
                    tables.put(String.valueOf(file.getFileName()), Files.readString(file));
                }
            }
        }
        return tables;
    }
}
