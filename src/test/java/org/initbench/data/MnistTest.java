package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.initbench.config.Section;
import org.initbench.data.ImageChoice.SourceSetting;
import org.initbench.testing.Mnist;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents an MNIST that is not the one of the published figures. Needs its files; see {@link Mnist}. */
class MnistTest {

    private static final MnistFinder NO_MIRRORS = new MnistFinder(
            new Mirrors(List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1), IdxFile::requireMnist));

    @TempDir
    private Path root;

    @BeforeAll
    static void mnistIsThere() {
        Mnist.require();
    }

    @Test
    void hasThePublishedSizesLabelsAndMean() {
        ImageSet set = source().load();
        assertThat(set.name()).isEqualTo("mnist");
        assertThat(set.train().rows()).isEqualTo(28);
        assertThat(set.train().columns()).isEqualTo(28);
        assertThat(set.classes()).hasSize(10);
        assertThat(set.train().count()).isEqualTo(60_000);
        assertThat(set.test().count()).isEqualTo(10_000);
        assertThat(labels(set.train())).startsWith(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(labels(set.test())).startsWith(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        long sum = IntStream.range(0, 60_000 * 784)
                .mapToLong(i -> set.train().pixel(i))
                .sum();
        assertThat(sum).isEqualTo(1_567_298_545L);
        assertThat(sum / (60_000.0 * 784 * 255)).isCloseTo(0.1307, within(5e-5));
    }

    @Test
    void reachesATrialWhole() {
        ObjectNode tree =
                JsonNodeFactory.instance.objectNode().put("source", "mnist").put("scaling", "standardized");
        ImageData data = ImageData.digits(new Section("data", tree, new Problems()), SourceSetting.MNIST, NO_MIRRORS);
        ResolvedData resolved = data.resolve(Mnist.FOLDERS);
        assertThat(resolved.remarks()).isEmpty();
        TrialData mnist = resolved.open(new DataRequest(1, 0, DataType.FLOAT, Mnist.FOLDERS));
        assertThat(mnist.name()).isEqualTo("mnist");
        assertThat(mnist.train().features().shape()).containsExactly(60_000, 1, 28, 28);
        assertThat(mnist.train().features().meanNumber().doubleValue()).isCloseTo(0, within(1e-3));
        assertThat(mnist.train().features().stdNumber().doubleValue()).isCloseTo(1, within(1e-3));
        assertThat(mnist.train().features().getDouble(0, 0, 0, 0))
                .isCloseTo(-0.1306604762738429 / 0.3081078, within(1e-6));
        assertThat(mnist.train().labels().sumNumber().doubleValue()).isEqualTo(60_000);
        assertThat(mnist.test())
                .hasValueSatisfying(test -> assertThat(test.count()).isEqualTo(10_000));
    }

    @Test
    void testImagesWhereTrainingImagesShouldBeAreTold() throws IOException {
        Map<IdxPart, FileVersion> files = source().files();
        for (IdxPart part : IdxPart.values()) {
            String name = part.fileName()
                    .replace("train", "x")
                    .replace("t10k", "train")
                    .replace("x-", "t10k-");
            Files.copy(Objects.requireNonNull(files.get(part)).path(), root.resolve(name));
        }
        IdxSource swapped = IdxSource.in(List.of(root), "mnist", true).orElseThrow();
        assertThatThrownBy(swapped::load)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(root.resolve("train-images-idx3-ubyte")
                        + ": holds MNIST's test images; expected its training images");
    }

    private static IdxSource source() {
        return NO_MIRRORS.find(Mnist.FOLDERS).source().orElseThrow();
    }

    private static int[] labels(LabeledImages images) {
        return IntStream.range(0, 10).map(images::label).toArray();
    }
}
