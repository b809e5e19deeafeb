package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.initbench.config.Section;
import org.initbench.data.ImageData.Layout;
import org.initbench.testing.Mnist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents other images than the study asks for, and images that are made anew for every trial. */
class ImageDataTest {

    private static final MnistFinder NO_MIRRORS = new MnistFinder(
            new Mirrors(List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1), IdxFile::requireMnist));

    @TempDir
    private Path root;

    private Path tiny = Path.of("");
    private final Problems problems = new Problems();

    @BeforeEach
    void writeSet() throws IOException {
        tiny = root.resolve("tiny");
        IdxBytes.writeSet(tiny);
    }

    @Test
    void anEmptySectionIsAllOfMnistFromZeroToOne() throws IOException {
        Section section = section("{}");
        new ImageData(section, Layout.FLAT, NO_MIRRORS);
        section.finish();
        assertThat(problems.sentences()).isEmpty();
        assertThat(section.resolved())
                .hasToString("{\"source\":\"auto\",\"train\":60000,\"test\":10000,\"scaling\":\"unit\"}");
    }

    @Test
    void anOpenSourceComesToDrawnDigitsWhereThereIsNoMnist() throws IOException {
        DataFolders nowhere = new DataFolders(List.of(), root.resolve("cache"), false);
        DataOrigin open = images("{train: 30, test: 20}", Layout.FLAT).origin(nowhere);
        assertThat(open.source()).isEqualTo("synthetic");
        assertThat(open.checksums()).containsExactly(Map.entry("synthetic-digits", "generated"));
        DataOrigin named =
                images("{source: synthetic, train: 30, test: 20}", Layout.FLAT).origin(nowhere);
        assertThat(named).isEqualTo(new DataOrigin(null, open.checksums()));
    }

    @Test
    void anOpenSourceComesToMnistWhereItIs() throws IOException {
        Mnist.require();
        DataOrigin origin = images("{train: 30, test: 20}", Layout.FLAT).origin(Mnist.FOLDERS);
        assertThat(origin.source()).isEqualTo("mnist");
        assertThat(origin.checksums())
                .hasSize(4)
                .containsEntry(
                        "mnist/t10k-labels-idx1-ubyte",
                        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");
    }

    @Test
    void checksumsOfOtherImagesAreOfTheirUnpackedFilesAsTheyAreNow() throws IOException {
        DataFolders folders = new DataFolders(List.of(tiny), root.resolve("cache"), false);
        ImageData images = images("{source: idx, train: 3, test: 2}", Layout.FLAT);
        DataOrigin before = images.origin(folders);
        assertThat(before.source()).isNull();
        assertThat(before.checksums())
                .hasSize(4)
                .containsEntry("tiny/train-labels-idx1-ubyte", DigestUtils.sha256Hex(IdxBytes.labels(0, 1, 0)));
        Files.write(tiny.resolve("train-labels-idx1-ubyte.gz"), IdxBytes.packed(IdxBytes.labels(0, 1, 1)));
        Files.setLastModifiedTime(tiny.resolve("train-labels-idx1-ubyte.gz"), FileTime.fromMillis(1));
        assertThat(images.origin(folders).checksums())
                .hasSize(4)
                .containsEntry("tiny/train-labels-idx1-ubyte", DigestUtils.sha256Hex(IdxBytes.labels(0, 1, 1)));
    }

    @Test
    void whatIsNotAllowedIsCollected() throws IOException {
        images("{source: mnits, train: 0, test: -1, scaling: units}", Layout.FLAT);
        assertThat(problems.sentences())
                .containsExactly(
                        "data.source: mnits is not known; did you mean mnist?",
                        "data.train: 0 is not allowed; give a whole number of at least 1",
                        "data.test: -1 is not allowed; give a whole number of at least 0",
                        "data.scaling: units is not known; did you mean unit?");
    }

    @Test
    void drawnDigitsStandInForMnistWithAWarning() throws IOException {
        ImageData data = images("{train: 30, test: 20}", Layout.FLAT);
        assertThat(data.prepare(nothing())).hasValueSatisfying(warning -> assertThat(warning)
                .startsWith("MNIST is not in " + root.resolve("empty") + ", " + root.resolve("cache") + " ")
                .contains("synthetic-digits stand in for it")
                .doesNotContain("\n"));
        TrialData digits = data.data(new DataRequest(1, 0, DataType.FLOAT, nothing()));
        assertThat(digits.name()).isEqualTo("synthetic-digits");
        assertThat(digits.train().features().shape()).containsExactly(30, 784);
        assertThat(digits.train().labels().shape()).containsExactly(30, 10);
    }

    @Test
    void mnistItselfIsNotReplaced() throws IOException {
        ImageData data = images("{source: mnist}", Layout.FLAT);
        assertThatThrownBy(() -> data.prepare(nothing()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("data.source: MNIST is not in " + root.resolve("empty"))
                .hasMessageEndingWith("; give a folder with train-images-idx3-ubyte, train-labels-idx1-ubyte,"
                        + " t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte (each plain or .gz) in data.dir");
    }

    @Test
    void aDamagedFileOfMnistIsNotReplacedByDrawnDigits() throws IOException {
        Files.copy(tiny.resolve("t10k-labels-idx1-ubyte"), tiny.resolve("train-images-idx3-ubyte.gz"));
        Files.delete(tiny.resolve("train-images-idx3-ubyte"));
        ImageData data = images("{source: auto, train: 2, test: 1}", Layout.FLAT);
        assertThatThrownBy(() -> data.prepare(folders()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(tiny.resolve("train-images-idx3-ubyte.gz") + ": holds labels");
    }

    @Test
    void otherSetsAreNamedAfterTheirFolder() throws IOException {
        ImageData data = images("{source: idx, train: 2, test: 1}", Layout.CHANNELS);
        assertThat(data.prepare(folders())).isEmpty();
        TrialData set = data.data(request(DataType.DOUBLE));
        assertThat(set.name()).isEqualTo("tiny");
        assertThat(set.train().features().shape()).containsExactly(2, 1, 2, 2);
        assertThat(set.test())
                .hasValueSatisfying(
                        test -> assertThat(test.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{0, 0, 1}}));
    }

    @Test
    void otherSetsNeedAFolder() throws IOException {
        ImageData data = images("{source: idx}", Layout.FLAT);
        DataFolders none = new DataFolders(List.of(), root.resolve("cache"), false);
        assertThatThrownBy(() -> data.prepare(none))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "data.source: idx takes images from the folders of data.dir, none of which has all");
    }

    @Test
    void moreImagesThanThereAreIsAnError() throws IOException {
        ImageData few = images("{source: idx, train: 4, test: 3}", Layout.FLAT);
        assertThatThrownBy(() -> few.prepare(folders()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.train: 4 is more than the 3 of tiny\ndata.test: 3 is more than the 2 of tiny");
        ImageData many = images("{source: synthetic, train: 10, test: 10001}", Layout.FLAT);
        assertThatThrownBy(() -> many.prepare(folders()))
                .hasMessage("data.test: 10001 is more than the 10000 of synthetic-digits");
    }

    @Test
    void withoutTestImagesThereIsNoTestSet() throws IOException {
        ImageData data = images("{source: synthetic, train: 10, test: 0}", Layout.FLAT);
        assertThat(data.data(request(DataType.FLOAT)).test()).isEmpty();
    }

    @Test
    void trialsThatAgreeGetTheSameExamples() throws IOException {
        String settings = "{source: idx, train: 2, test: 1}";
        TrialData first = images(settings, Layout.FLAT).data(request(DataType.FLOAT));
        assertThat(images(settings, Layout.FLAT).data(request(DataType.FLOAT))).isSameAs(first);
        assertThat(images(settings, Layout.FLAT).data(request(DataType.DOUBLE))).isNotSameAs(first);
        assertThat(images("{source: idx, train: 3, test: 1}", Layout.FLAT)
                        .data(request(DataType.FLOAT))
                        .train()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aChangedFileIsReadAnew() throws IOException {
        ImageData data = images("{source: idx, train: 2, test: 1}", Layout.FLAT);
        data.prepare(folders());
        Files.write(tiny.resolve("t10k-labels-idx1-ubyte"), IdxBytes.labels(2, 1, 0));
        assertThatThrownBy(() -> data.data(request(DataType.FLOAT)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds 3 labels");
    }

    private ImageData images(String yaml, Layout layout) throws IOException {
        return new ImageData(section(yaml), layout, NO_MIRRORS);
    }

    private Section section(String yaml) throws IOException {
        return new Section("data", tree(yaml), problems);
    }

    private static ObjectNode tree(String yaml) throws IOException {
        return (ObjectNode) Objects.requireNonNull(new ObjectMapper(new YAMLFactory()).readTree(yaml));
    }

    private DataRequest request(DataType type) {
        return new DataRequest(1, 0, type, folders());
    }

    private DataFolders nothing() {
        return new DataFolders(List.of(root.resolve("empty")), root.resolve("cache"), true);
    }

    private DataFolders folders() {
        return new DataFolders(List.of(tiny), root.resolve("cache"), true);
    }
}
