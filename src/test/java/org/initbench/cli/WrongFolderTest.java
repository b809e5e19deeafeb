package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents results from being written over others, and a folder's problem from showing only after training. */
class WrongFolderTest {

    @Test
    void aRunIdInUseIsRefusedAndItsFilesStayAsTheyAre(@TempDir Path folder) throws IOException {
        Path run = Files.createDirectories(folder.resolve("moons").resolve("first"));
        Path earlier = Files.writeString(run.resolve("trials.csv"), "earlier");
        Invocation again = Invocation.of("run", "--scenario=moons", "--run=first", "--out=" + folder);
        assertThat(again.err()).isEqualTo(line("run: " + run + " is there already; give another id"));
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(earlier).hasContent("earlier");
        assertThat(run).isDirectoryNotContaining(file -> !file.equals(earlier));
    }

    @Test
    void aFileCannotTakeResults(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("results"));
        Invocation run = Invocation.of("run", "--scenario=all", "--quick", "--out=" + file);
        assertThat(run.err()).isEqualTo(line("out: cannot write to " + file));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(file).isEmptyFile();
    }

    @Test
    void aWrongStudyDoesNotHideAWrongFolder(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("results"));
        Invocation run = Invocation.of("run", "--scenario=moons", "--seed=x", "--out=" + file);
        assertThat(run.err()).contains("seed: x is not allowed").contains("out: cannot write to " + file);
    }

    @Test
    void aStudyIsNamedOrGivenAsAFileNotBoth(@TempDir Path folder) {
        Invocation run =
                Invocation.of("run", "--scenario=moons", "--config=configs/moons.yaml", "--quick", "--out=" + folder);
        assertThat(run.err()).isEqualTo(line("config: give a file or a scenario, not both"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    private static String line(String sentence) {
        return "initbench: " + sentence + System.lineSeparator();
    }
}
