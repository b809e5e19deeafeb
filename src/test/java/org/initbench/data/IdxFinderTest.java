package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents sets in the form of MNIST from being refused for their names, and classes that no image has. */
class IdxFinderTest {

    private static final String SMALL = "{source: idx, train: 3, test: 2}";

    @TempDir
    private Path root;

    @Test
    void namesMayHaveADotAsOnKaggle() throws IOException {
        write(root.resolve("mine"), "", ".");
        ResolvedData found = SectionOf.resolve(SMALL, root.resolve("mine"));
        assertThat(found.name()).isEqualTo("mine");
        assertThat(found.input()).isEqualTo(InputType.convolutional(2, 2, 1));
    }

    @Test
    void lettersAreCountedFromOneAndGiveAnOutputEach() throws IOException {
        Path folder = Files.createDirectories(root.resolve("gzip"));
        int[] letters = IntStream.rangeClosed(1, 26).toArray();
        for (String part : new String[] {"train", "test"}) {
            Files.write(
                    folder.resolve("emnist-letters-" + part + "-images-idx3-ubyte.gz"),
                    IdxBytes.packed(IdxBytes.images(26, 2, 2, 0)));
            Files.write(
                    folder.resolve("emnist-letters-" + part + "-labels-idx1-ubyte.gz"),
                    IdxBytes.packed(IdxBytes.labels(letters)));
        }
        ResolvedData found = SectionOf.resolve("{source: idx, train: 26, test: 26}", folder);
        assertThat(found.name()).isEqualTo("emnist-letters");
        assertThat(found.task().names()).hasSize(26).startsWith("1", "2").endsWith("26");
        TrialData data = found.open(new DataRequest(1, 0, DataType.DOUBLE, SectionOf.NOWHERE));
        assertThat(data.train().labels()).isEqualTo(Nd4j.eye(26).castTo(DataType.DOUBLE));
    }

    @Test
    void ofSeveralSetsInAFolderOneIsNamed() throws IOException {
        write(root, "emnist-digits-", "-");
        write(root, "emnist-letters-", "-");
        assertThatThrownBy(() -> SectionOf.resolve(SMALL, root))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.source: " + root
                        + " holds several sets, emnist-digits, emnist-letters; name one of them with data.set");
        assertThat(SectionOf.resolve("{source: idx, train: 3, test: 2, set: emnist-digits}", root)
                        .name())
                .isEqualTo("emnist-digits");
    }

    @Test
    void aFolderMayBeNamed() throws IOException {
        write(root.resolve("mine"), "", "-");
        String named = "{source: idx, train: 3, test: 2, folder: mine}";
        assertThat(SectionOf.resolve(named, root).name()).isEqualTo("mine");
        assertThatThrownBy(() -> SectionOf.resolve(named, root.resolve("mine")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data.folder: there is no folder mine; it is looked for beside the study's file, in the working folder and in those of data.dir");
    }

    private static void write(Path folder, String prefix, String dash) throws IOException {
        Path plain = Files.createTempDirectory(folder.getParent(), "plain");
        IdxBytes.writeSet(plain);
        Files.createDirectories(folder);
        try (var files = Files.list(plain)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName()).replace("-idx", dash + "idx");
                Files.move(file, folder.resolve(prefix + name));
            }
        }
    }
}
