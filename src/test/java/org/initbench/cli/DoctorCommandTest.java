package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initbench.testing.Mnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents a checkup that finds everything in order, or that does not say what to do. */
class DoctorCommandTest {

    private final Path folder;

    DoctorCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsThereIsOk() {
        Mnist.require();
        Invocation doctor =
                Invocation.of("doctor", "--data.dir=" + Mnist.FOLDERS.given().get(0), "--out=" + folder);
        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(ExitCode.OK);
        assertThat(doctor.out())
                .contains("java", "TunedCpuBackend", "OPENBLAS", "GiB", "go to " + folder)
                .containsPattern("mnist +ok +verified, in ")
                .containsPattern("cifar10 +missing +CIFAR-10 is not in .*; give a folder with data_batch_1\\.bin, ")
                .containsPattern("data +ok +.*tables and folders of pictures are looked for beside the study's file, ")
                .doesNotContain("broken");
    }

    @Test
    void aDamagedFileOfDataIsNamed() throws IOException {
        for (String name : new String[] {
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
        }) {
            Files.writeString(folder.resolve(name), "damaged");
        }
        Invocation doctor = Invocation.of("doctor", "--data.dir=" + folder, "--out=" + folder);
        assertThat(doctor.out()).containsPattern("mnist +missing +.*train-images-idx3-ubyte");
        assertThat(doctor.exitCode()).as("runs go on without it").isEqualTo(ExitCode.OK);
    }

    @Test
    void aFolderThatTakesNoResultsIsBroken() throws IOException {
        Path file = Files.createFile(folder.resolve("results"));
        Invocation doctor = Invocation.of("doctor", "--out=" + file);
        assertThat(doctor.out()).containsPattern("results +broken +out: cannot write to .*-Dout");
        assertThat(doctor.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aFolderOfDataThatIsNotThereIsInvalidInput() {
        Invocation doctor = Invocation.of("doctor", "--data.dir=" + folder.resolve("nowhere"));
        assertThat(doctor.err())
                .startsWith("initbench: data.dir: there is no folder")
                .hasLineCount(1);
        assertThat(doctor.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    }
}
