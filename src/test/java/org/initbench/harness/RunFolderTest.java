package org.initbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.config.InvalidInputException;
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
    void ofTwoRunsThatTakeOneFolderTheSecondIsRefused() {
        RunFolder.create(out, "moons", "1");
        assertThatThrownBy(() -> RunFolder.create(out, "moons", "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("another id");
    }

    @Test
    void aFolderThatCannotBeMadeIsInvalidInput() throws IOException {
        Path file = Files.createFile(out.resolve("taken"));
        assertThatThrownBy(() -> RunFolder.create(file, "moons", "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("out: cannot make the folder");
    }

    @Test
    void aFolderThatIsThereIsRefusedByName() throws IOException {
        Files.createDirectories(out.resolve("moons/1"));
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
        assertThat(RunFolder.problem(out, "moons", "1"))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("run: "));
    }

    @Test
    void createMakesAllFolders() {
        Path deep = out.resolve("a/b");
        assertThat(RunFolder.create(deep, "moons", "1").path())
                .isEqualTo(deep.resolve("moons/1"))
                .isEmptyDirectory();
    }
}
