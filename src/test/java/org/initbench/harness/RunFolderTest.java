package org.initbench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents hours of training whose results overwrite another run or have nowhere to go. */
class RunFolderTest {

    private final Path out;

    RunFolderTest(@TempDir Path out) {
        this.out = out;
    }

    @Test
    void aNewRunHasNoProblemAndMakesNoFolderYet() {
        assertThat(RunFolder.problem(out.resolve("not/there/yet"), "moons", "1"))
                .isEmpty();
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void anEmptyFolderCanTakeARun() throws IOException {
        Files.createDirectories(out.resolve("moons/1"));
        assertThat(RunFolder.problem(out, "moons", "1")).isEmpty();
    }

    @Test
    void aFolderWithResultsIsRefusedByName() throws IOException {
        Files.createDirectories(out.resolve("moons/1"));
        Files.createFile(out.resolve("moons/1/trials.csv"));
        assertThat(RunFolder.problem(out, "moons", "1")).hasValueSatisfying(problem -> assertThat(problem)
                .startsWith("run: ")
                .contains(out.resolve("moons/1").toString(), "another id"));
        assertThat(RunFolder.problem(out, "moons", "2")).isEmpty();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.createFile(out.resolve("taken"));
        assertThat(RunFolder.problem(file, "moons", "1")).hasValue("out: cannot write to " + file);
        Files.createFile(Files.createDirectory(out.resolve("moons")).resolve("1"));
        assertThat(RunFolder.problem(out, "moons", "1")).hasValue("out: cannot write to " + out.resolve("moons/1"));
    }

    @Test
    void createMakesAllFolders() throws IOException {
        Path deep = out.resolve("a/b");
        assertThat(RunFolder.create(deep, "moons", "1").path())
                .isEqualTo(deep.resolve("moons/1"))
                .isEmptyDirectory();
    }
}
