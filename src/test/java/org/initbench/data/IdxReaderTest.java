package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents training on a file that is damaged, cut short or another one than it should be. */
class IdxReaderTest {

    private static final int[] TWO_OF_2_BY_3 = {2, 2, 3};

    @TempDir
    private Path folder;

    static Stream<Arguments> damage() {
        byte[] images = IdxBytes.images(2, 2, 3, 0);
        byte[] packed = IdxBytes.packed(images);
        byte[] broken = packed.clone();
        broken[packed.length / 2] ^= 0x55;
        byte[] wrongLength = packed.clone();
        wrongLength[packed.length - 1] ^= 1;
        String announced = "; expected the 12 bytes of training images that its header announces";
        String expected = "; expected training images with magic number 2051";
        return Stream.of(
                arguments("empty", new byte[0], "is shorter than a header" + expected),
                arguments("half a header", Arrays.copyOf(images, 10), "is shorter than a header" + expected),
                arguments("half a packed header", Arrays.copyOf(packed, 5), "is shorter than a header" + expected),
                arguments("last byte lost", Arrays.copyOf(images, images.length - 1), "ends too early" + announced),
                arguments("packed, cut short", Arrays.copyOf(packed, packed.length - 12), "ends too early" + announced),
                arguments(
                        "packed, checksum lost",
                        Arrays.copyOf(packed, packed.length - 8),
                        "ends too early" + announced),
                arguments(
                        "one byte too many",
                        Arrays.copyOf(images, images.length + 1),
                        "goes on after its values" + announced),
                arguments("packed, damaged", broken, "cannot be read ("),
                arguments(
                        "packed, checksum wrong",
                        wrongLength,
                        "cannot be read (Corrupt GZIP trailer); expected training images"),
                arguments("labels", IdxBytes.labels(1, 2), "holds labels" + expected),
                arguments(
                        "a web page",
                        "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8),
                        "begins with 0x3c21444f" + expected),
                arguments("floats", IdxBytes.of(0x0d03, TWO_OF_2_BY_3), "begins with 0x00000d03" + expected),
                arguments(
                        "no images",
                        IdxBytes.of(IdxBytes.IMAGES, new int[] {0, 28, 28}),
                        "announces no values; expected training images"),
                arguments(
                        "negative size",
                        IdxBytes.of(IdxBytes.IMAGES, new int[] {2, -28, -28}),
                        "announces no values; expected training images"),
                arguments(
                        "huge",
                        IdxBytes.of(
                                IdxBytes.IMAGES, new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE}),
                        "announces more than 1073741824 bytes; expected training images"),
                arguments(
                        "a gigabyte in 20 bytes",
                        IdxBytes.of(IdxBytes.IMAGES, new int[] {1 << 10, 1 << 10, 1 << 10}, 1, 2, 3, 4),
                        "ends too early; expected the 1073741824 bytes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damage")
    void damageIsToldInOneSentenceThatNamesTheFile(String name, byte[] content, String sentence) throws IOException {
        Path file = folder.resolve("train-images-idx3-ubyte");
        Files.write(file, content);
        assertThatThrownBy(() -> IdxReader.read(file, IdxPart.TRAIN_IMAGES))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(file + ": " + sentence)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingFileAndAFolderAreTold() {
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> IdxReader.read(missing, IdxPart.TEST_LABELS))
                .hasMessage(missing + ": is not there; expected test labels");
        assertThatThrownBy(() -> IdxReader.read(folder, IdxPart.TEST_LABELS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(folder + ": cannot be read (");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void packedOrPlainIsToldByTheContentNotByTheName(boolean packed) throws IOException {
        byte[] content = IdxBytes.of(IdxBytes.IMAGES, TWO_OF_2_BY_3, 0, 1, 2, 3, 4, 5, 128, 255, 254, 9, 8, 7);
        Path file = folder.resolve(packed ? "images" : "images.gz");
        Files.write(file, packed ? IdxBytes.packed(content) : content);
        IdxFile read = IdxReader.read(file, IdxPart.TEST_IMAGES);
        assertThat(read.content()).containsExactly(0, 1, 2, 3, 4, 5, (byte) 128, (byte) 255, (byte) 254, 9, 8, 7);
        assertThat(new int[] {read.size(0), read.size(1), read.size(2)}).containsExactly(TWO_OF_2_BY_3);
        assertThat(read.sha256()).isEqualTo(DigestUtils.sha256Hex(content));
    }

    @Test
    void labelsHaveOneDimension() throws IOException {
        Path file = folder.resolve("labels");
        Files.write(file, IdxBytes.labels(7, 255, 0));
        IdxFile read = IdxReader.read(file, IdxPart.TRAIN_LABELS);
        assertThat(read.size(0)).isEqualTo(3);
        assertThat(read.content()).containsExactly(7, (byte) 255, 0);
    }
}
