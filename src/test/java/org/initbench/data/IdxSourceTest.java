package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.initbench.config.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents images with the labels of others, and sets that do not belong together. */
class IdxSourceTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSet() throws IOException {
        IdxBytes.writeSet(folder);
    }

    @Test
    void readsAnyFourFilesThatBelongTogether() {
        ImageSet set = source().load();
        assertThat(set.name()).isEqualTo("tiny");
        assertThat(set.train().rows()).isEqualTo(2);
        assertThat(set.train().columns()).isEqualTo(2);
        assertThat(set.classes()).containsExactly("0", "1", "2");
        assertThat(set.train().count()).isEqualTo(3);
        assertThat(set.test().count()).isEqualTo(2);
        assertThat(set.train().pixel(5)).isEqualTo(255);
        assertThat(set.train().label(1)).isEqualTo(1);
        assertThat(set.test().label(0)).isEqualTo(2);
    }

    @Test
    void aPlainFileGoesBeforeAPackedOne() throws IOException {
        Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), IdxBytes.packed(IdxBytes.labels(9, 9)));
        assertThat(source().load().classes()).hasSize(3);
    }

    @Test
    void thereIsNoSetWhereOneFileIsMissing() throws IOException {
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        assertThat(IdxSource.in(List.of(folder), "tiny", false)).isEmpty();
    }

    @Test
    void aChangedFileMakesAnotherSource() throws IOException {
        IdxSource before = source();
        assertThat(source()).isEqualTo(before);
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxBytes.labels(2, 1, 0));
        assertThat(source()).isNotEqualTo(before);
    }

    @Test
    void labelsOfOtherImagesAreRefused() throws IOException {
        Path labels = folder.resolve("t10k-labels-idx1-ubyte");
        Files.write(labels, IdxBytes.labels(0, 1, 0));
        assertRefused(labels + ": holds 3 labels; expected one for each of the 2 images");
    }

    @Test
    void imagesOfAnotherSizeAreRefused() throws IOException {
        Path images = folder.resolve("t10k-images-idx3-ubyte.gz");
        Files.write(images, IdxBytes.images(2, 4, 3, 0));
        assertRefused(images + ": holds images of 4 x 3; expected 2 x 2 pixels, as for training");
    }

    @Test
    void imagesWhereLabelsShouldBeAreRefused() throws IOException {
        Path labels = folder.resolve("train-labels-idx1-ubyte.gz");
        Files.copy(folder.resolve("train-images-idx3-ubyte"), labels, StandardCopyOption.REPLACE_EXISTING);
        assertRefused(labels + ": holds images; expected training labels with magic number 2049");
    }

    @Test
    void aSingleClassIsRefused() throws IOException {
        Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), IdxBytes.labels(0, 0, 0));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), IdxBytes.labels(0, 0));
        assertRefused(folder.resolve("train-images-idx3-ubyte")
                + ": has labels of one class only; expected two classes or more");
    }

    @Test
    void anotherSetDoesNotPassForMnist() {
        IdxSource claimed = IdxSource.in(List.of(folder), "mnist", true).orElseThrow();
        assertThatThrownBy(claimed::load)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        folder.resolve("train-images-idx3-ubyte") + ": is not MNIST's, by its SHA-256 of ")
                .hasMessageEndingWith(
                        "; expected ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db; data.source=idx takes other sets of images");
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(() -> source().load())
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(sentence);
    }

    private IdxSource source() {
        return IdxSource.in(List.of(folder), "tiny", false).orElseThrow();
    }
}
