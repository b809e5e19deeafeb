package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.testing.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents data that are damaged anywhere from being trained on, and from being answered with anything but a sentence. */
class MutatedDataTest {

    private static final int HEADER = 16;

    @TempDir
    private Path folder;

    @Test
    void aFewDamagedFilesOfImagesAreRefusedOrReadAsTheyAre() throws IOException {
        images(Mutations.FEW);
    }

    @Tag("slow")
    @Test
    void manyDamagedFilesOfImagesAreRefusedOrReadAsTheyAre() throws IOException {
        images(Mutations.MANY);
    }

    @Test
    void aFewDamagedTablesAreRefusedOrReadAsTheyAre() throws IOException {
        tables(Mutations.FEW);
    }

    @Tag("slow")
    @Test
    void manyDamagedTablesAreRefusedOrReadAsTheyAre() throws IOException {
        tables(Mutations.MANY);
    }

    private void images(int count) throws IOException {
        byte[] plain = IdxBytes.images(5, 4, 3, 0);
        byte[] values = Arrays.copyOfRange(plain, HEADER, plain.length);
        for (byte[] damaged : (Iterable<byte[]>) Mutations.of(IdxBytes.packed(plain), 1, count)::iterator) {
            accepted(damaged, () -> IdxReader.read(file(), IdxPart.TRAIN_IMAGES))
                    .ifPresent(read -> assertThat(read.content())
                            .as("a packed file has a checksum")
                            .isEqualTo(values));
        }
        for (byte[] damaged : (Iterable<byte[]>) Mutations.of(plain, 2, count)::iterator) {
            accepted(damaged, () -> IdxReader.read(file(), IdxPart.TRAIN_IMAGES))
                    .ifPresent(read -> {
                        assertThat(read.content()).isEqualTo(Arrays.copyOfRange(damaged, HEADER, damaged.length));
                        assertThat(read.size(0) * read.size(1) * read.size(2)).isEqualTo(damaged.length - HEADER);
                    });
        }
    }

    private void tables(int count) throws IOException {
        String table = "width,height,kind\n"
                + IntStream.range(0, 12)
                        .mapToObj(i -> i * 0.25 + "," + (i - 6) + "e-1," + (i % 3 == 0 ? "round" : "square") + "\n")
                        .reduce("", String::concat);
        byte[] original = table.getBytes(StandardCharsets.UTF_8);
        for (byte[] damaged : (Iterable<byte[]>) Mutations.of(original, 3, count)::iterator) {
            accepted(damaged, this::readAll).ifPresent(examples -> {
                assertThat(values(examples.features().toDoubleMatrix())).allMatch(Double::isFinite);
                assertThat(values(examples.labels().toDoubleMatrix())).allMatch(label -> label == 0 || label == 1);
            });
        }
    }

    private Examples readAll() {
        CsvExamples examples = CsvExamples.read(file(), "kind", CsvSettings.DEFAULT);
        return examples.pick(IntStream.range(0, examples.count()).toArray(), DataType.DOUBLE);
    }

    /** What is read of a damaged file; empty where it is refused. Nothing else is there afterwards. */
    private <T> Optional<T> accepted(byte[] damaged, Supplier<T> read) throws IOException {
        Files.write(file(), damaged);
        try {
            return Optional.of(read.get());
        } catch (InvalidInputException refused) {
            assertThat(refused).hasMessageContaining("damaged");
            return Optional.empty();
        } catch (RuntimeException unclean) {
            throw new AssertionError("not refused: " + Arrays.toString(damaged), unclean);
        } finally {
            assertThat(folder.toFile().list()).containsExactly("damaged");
        }
    }

    private Path file() {
        return folder.resolve("damaged");
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(DoubleStream::of).toArray();
    }

    private static Iterable<Double> values(double[][] rows) {
        return DoubleStream.of(flat(rows)).boxed().toList();
    }
}
