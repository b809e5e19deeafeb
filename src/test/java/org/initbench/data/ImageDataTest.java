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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.initbench.config.Section;
import org.initbench.data.ImageChoice.SourceSetting;
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
        read(section);
        section.finish();
        assertThat(problems.sentences()).isEmpty();
        assertThat(section.resolved())
                .hasToString("{\"source\":\"auto\",\"train\":60000,\"test\":10000,\"scaling\":\"unit\"}");
    }

    @Test
    void anOpenSourceComesToDrawnDigitsWhereThereIsNoMnist() throws IOException {
        DataFolders nowhere = new DataFolders(List.of(), root.resolve("cache"), false);
        DataOrigin open = images("{train: 30, test: 20}").resolve(nowhere).origin();
        assertThat(open.source()).isEqualTo("synthetic");
        assertThat(open.checksums()).containsExactly(Map.entry("synthetic-digits", "generated"));
        DataOrigin named = images("{source: synthetic, train: 30, test: 20}")
                .resolve(nowhere)
                .origin();
        assertThat(named).isEqualTo(new DataOrigin(null, open.checksums()));
    }

    @Test
    void anOpenSourceComesToMnistWhereItIs() throws IOException {
        Mnist.require();
        DataOrigin origin =
                images("{train: 30, test: 20}").resolve(Mnist.FOLDERS).origin();
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
        ImageData images = images("{source: idx, train: 3, test: 2}");
        DataOrigin before = images.resolve(folders).origin();
        assertThat(before.source()).isNull();
        assertThat(before.checksums())
                .hasSize(4)
                .containsEntry("tiny/train-labels-idx1-ubyte", DigestUtils.sha256Hex(IdxBytes.labels(0, 1, 0)));
        Files.write(tiny.resolve("train-labels-idx1-ubyte.gz"), IdxBytes.packed(IdxBytes.labels(0, 1, 1)));
        Files.setLastModifiedTime(tiny.resolve("train-labels-idx1-ubyte.gz"), FileTime.fromMillis(1));
        assertThat(images.resolve(folders).origin().checksums())
                .hasSize(4)
                .containsEntry("tiny/train-labels-idx1-ubyte", DigestUtils.sha256Hex(IdxBytes.labels(0, 1, 1)));
    }

    @Test
    void whatIsNotAllowedIsCollected() throws IOException {
        images("{source: mnits, train: 0, test: -1, scaling: units}");
        assertThat(problems.sentences())
                .containsExactly(
                        "data.source: mnits is not known; did you mean mnist?",
                        "data.train: 0 is not allowed; give a whole number of at least 1",
                        "data.test: -1 is not allowed; give a whole number of at least 0",
                        "data.scaling: units is not known; did you mean unit?");
    }

    @Test
    void drawnDigitsStandInForMnistWithAWarning() throws IOException {
        ImageData data = images("{train: 30, test: 20}");
        assertThat(data.resolve(nothing()).remarks()).singleElement().satisfies(warning -> assertThat(warning)
                .startsWith("MNIST is not in " + root.resolve("empty") + ", " + root.resolve("cache") + " ")
                .contains("synthetic-digits stand in for it")
                .doesNotContain("\n"));
        TrialData digits =
                data.resolve(nothing().withoutDownload()).open(new DataRequest(1, 0, DataType.FLOAT, nothing()));
        assertThat(digits.name()).isEqualTo("synthetic-digits");
        assertThat(digits.train().features().shape()).containsExactly(30, 1, 28, 28);
        assertThat(digits.train().labels().shape()).containsExactly(30, 10);
    }

    @Test
    void mnistItselfIsNotReplaced() throws IOException {
        ImageData data = images("{source: mnist}");
        assertThatThrownBy(() -> data.resolve(nothing()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("data.source: MNIST is not in " + root.resolve("empty"))
                .hasMessageEndingWith("; give a folder with train-images-idx3-ubyte, train-labels-idx1-ubyte,"
                        + " t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte (each plain or .gz) in data.dir");
    }

    @Test
    void aDamagedFileOfMnistIsNotReplacedByDrawnDigits() throws IOException {
        Files.copy(tiny.resolve("t10k-labels-idx1-ubyte"), tiny.resolve("train-images-idx3-ubyte.gz"));
        Files.delete(tiny.resolve("train-images-idx3-ubyte"));
        ImageData data = images("{source: auto, train: 2, test: 1}");
        assertThatThrownBy(() -> data.resolve(folders()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(tiny.resolve("train-images-idx3-ubyte.gz") + ": holds labels");
    }

    @Test
    void otherSetsAreNamedAfterTheirFolder() throws IOException {
        ImageData data = images("{source: idx, train: 2, test: 1}");
        assertThat(data.resolve(folders()).remarks()).isEmpty();
        TrialData set = data.resolve(folders()).open(request(DataType.DOUBLE));
        assertThat(set.name()).isEqualTo("tiny");
        assertThat(set.train().features().shape()).containsExactly(2, 1, 2, 2);
        assertThat(set.test())
                .hasValueSatisfying(
                        test -> assertThat(test.labels().toDoubleMatrix()).isDeepEqualTo(new double[][] {{0, 0, 1}}));
    }

    @Test
    void otherSetsNeedAFolder() throws IOException {
        ImageData data = images("{source: idx}");
        DataFolders none = new DataFolders(List.of(), root.resolve("cache"), false);
        assertThatThrownBy(() -> data.resolve(none))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "data.source: idx takes images from the folders of data.dir, none of which has all");
    }

    @Test
    void moreImagesThanThereAreIsAnError() throws IOException {
        ImageData few = images("{source: idx, train: 4, test: 3}");
        assertThatThrownBy(() -> few.resolve(folders()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("data.train: 4 is more than the 3 of tiny\ndata.test: 3 is more than the 2 of tiny");
        ImageData many = images("{source: synthetic, train: 10, test: 10001}");
        assertThatThrownBy(() -> many.resolve(folders()))
                .hasMessage("data.test: 10001 is more than the 10000 of synthetic-digits");
    }

    @Test
    void withoutTestImagesThereIsNoTestSet() throws IOException {
        ImageData data = images("{source: synthetic, train: 10, test: 0}");
        assertThat(data.resolve(folders()).open(request(DataType.FLOAT)).test()).isEmpty();
    }

    @Test
    void trialsThatAgreeGetTheSameExamples() throws IOException {
        String settings = "{source: idx, train: 2, test: 1}";
        TrialData first = images(settings).resolve(folders()).open(request(DataType.FLOAT));
        assertThat(images(settings).resolve(folders()).open(request(DataType.FLOAT)))
                .isSameAs(first);
        assertThat(images(settings).resolve(folders()).open(request(DataType.DOUBLE)))
                .isNotSameAs(first);
        assertThat(images("{source: idx, train: 3, test: 1}")
                        .resolve(folders())
                        .open(request(DataType.FLOAT))
                        .train()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aChangedFileIsReadAnew() throws IOException {
        ImageData data = images("{source: idx, train: 2, test: 1}");
        data.resolve(folders());
        Files.write(tiny.resolve("t10k-labels-idx1-ubyte"), IdxBytes.labels(2, 1, 0));
        assertThatThrownBy(() -> data.resolve(folders()).open(request(DataType.FLOAT)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds 3 labels");
    }

    private ImageData images(String yaml) throws IOException {
        return read(section(yaml));
    }

    private static ImageData read(Section section) {
        String source = Sources.name(section, "auto", List.of());
        return ImageData.digits(section, SourceSetting.valueOf(source.toUpperCase(Locale.ROOT)), NO_MIRRORS);
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
