package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents other files from passing for CIFAR's, and pixels and labels that are read from the wrong places. */
class CifarSourceTest {

    private static final int PIXELS = 3 * 32 * 32;

    @TempDir
    private Path root;

    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectories(root.resolve("unpacked"));
        Files.write(folder.resolve("one.bin"), records(new int[] {0, 1}, 2, 0));
        Files.write(folder.resolve("two.bin"), records(new int[] {2}, 2, 100));
        Files.write(folder.resolve("test.bin"), records(new int[] {1}, 2, 200));
    }

    @Test
    void itIsFoundWithItsFolderAndWithout() {
        for (Path place : List.of(root, folder)) {
            ResolvedData found = source().resolve(folders(place));
            assertThat(found.form()).isEqualTo("pictures of 3 x 32 x 32");
            assertThat(found.task().names()).containsExactly("cat", "dog", "cow");
            assertThat(found.origin().checksums()).containsOnlyKeys("tiny/one.bin", "tiny/two.bin", "tiny/test.bin");
            assertThat(found.remarks()).isEmpty();
        }
    }

    @Test
    void theLastLabelCountsAndChannelsFollowEachOther() {
        TrialData data = source().resolve(folders(root)).open(new DataRequest(1, 0, DataType.DOUBLE, folders(root)));
        assertThat(data.train().labels().toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        assertThat(data.train().features().shape()).containsExactly(3, 3, 32, 32);
        for (int channel = 0; channel < 3; channel++) {
            int expected = (100 + channel * 1024 + 5 * 32 + 7) % 251;
            assertThat(data.train().features().getDouble(2, channel, 5, 7)).isEqualTo(expected / 255.0);
        }
        assertThat(data.test().orElseThrow().labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{0, 1, 0}});
    }

    @Test
    void aStudyThatAsksForMoreGetsAllAndIsTold() {
        ResolvedData found = source("{train: 60000, test: all}").resolve(folders(root));
        assertThat(found.remarks()).containsExactly("data.train: 60000 is more than the 3 of tiny, so it takes all");
        assertThat(found.open(new DataRequest(1, 0, DataType.FLOAT, folders(root)))
                        .train()
                        .count())
                .isEqualTo(3);
        assertThat(source("{train: 2, test: 0}")
                        .resolve(folders(root))
                        .open(new DataRequest(1, 0, DataType.FLOAT, folders(root)))
                        .test())
                .isEqualTo(Optional.empty());
    }

    @Test
    void allThatIsWrongWithFilesIsTold() throws IOException {
        Path one = folder.resolve("one.bin");
        Path two = folder.resolve("two.bin");
        byte[] content = Files.readAllBytes(one);
        Files.write(one, Arrays.copyOf(content, content.length - 1));
        Files.write(two, records(new int[] {2}, 2, 101));
        CifarFormat format = format();
        Files.write(two, records(new int[] {2}, 2, 102));
        ImageFinder finder = CifarSource.finder(format, new DataPlace(Optional.empty()));
        assertThatThrownBy(() -> finder.find(folders(root)).source().load())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(one + ": has 6147 bytes; expected 6148, 2 records of 3074")
                .hasMessageContaining("\n" + two + ": is not TINY's, by its MD5 of "
                        + DigestUtils.md5Hex(records(new int[] {2}, 2, 102)) + "; expected ");
    }

    @Test
    void whereItWasLookedForIsTold() {
        assertThatThrownBy(() -> SectionOf.resolve("{source: cifar10}", root))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("data.source: CIFAR-10 is not in " + root + ", " + Path.of("target", "no-cache")
                        + "; give a folder with data_batch_1.bin, ")
                .hasMessageEndingWith("unpacks to cifar-10-batches-bin");
        assertThatThrownBy(() -> SectionOf.resolve("{source: cifar100}", root))
                .hasMessageContaining("CIFAR-100 is not in ")
                .hasMessageContaining("train.bin, test.bin");
    }

    private ImageData source() {
        return source("{}");
    }

    private ImageData source(String yaml) {
        return ImageData.cifar(SectionOf.yaml(yaml, new Problems()), format());
    }

    private CifarFormat format() {
        return new CifarFormat(
                "tiny",
                "TINY",
                "unpacked",
                List.of(batch("one.bin", 2), batch("two.bin", 1)),
                List.of(batch("test.bin", 1)),
                2,
                List.of("cat", "dog", "cow"));
    }

    private CifarFormat.Batch batch(String file, int records) {
        try {
            return new CifarFormat.Batch(file, records, DigestUtils.md5Hex(Files.readAllBytes(folder.resolve(file))));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    /** Records of CIFAR-100's form: a coarse label that does not count, a fine one, pixels that count up. */
    private static byte[] records(int[] labels, int labelBytes, int first) {
        byte[] bytes = new byte[labels.length * (labelBytes + PIXELS)];
        for (int record = 0; record < labels.length; record++) {
            int at = record * (labelBytes + PIXELS);
            bytes[at] = 9;
            bytes[at + labelBytes - 1] = (byte) labels[record];
            for (int i = 0; i < PIXELS; i++) {
                bytes[at + labelBytes + i] = (byte) ((first + i) % 251);
            }
        }
        return bytes;
    }

    private DataFolders folders(Path place) {
        return new DataFolders(List.of(place), root.resolve("cache"), false);
    }
}
