package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.initbench.data.MnistFinder.Search;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents files from the wrong folder, and downloads that nobody needs, allowed or waits for. */
class MnistFinderTest {

    @TempDir
    private Path root;

    private final FileServer server = new FileServer();
    private final MnistFinder finder = new MnistFinder(new Mirrors(
            List.of(server.base("/none"), server.base("/empty")),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            FileServer::requireTestLabels));

    MnistFinderTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void eachFileComesFromTheFirstFolderThatHasIt() throws IOException {
        write("cache/mnist", IdxPart.values());
        write("b/mnist", IdxPart.TRAIN_IMAGES, IdxPart.TRAIN_LABELS, IdxPart.TEST_IMAGES);
        write("b", IdxPart.TRAIN_LABELS);
        write("a", IdxPart.TRAIN_IMAGES);
        Search search = finder.find(folders(true, "a", "b"));
        assertThat(search.source()).hasValueSatisfying(source -> {
            assertThat(source.mnist()).isTrue();
            assertThat(source.name()).isEqualTo("mnist");
            assertThat(path(source, IdxPart.TRAIN_IMAGES)).isEqualTo(root.resolve("a/train-images-idx3-ubyte"));
            assertThat(path(source, IdxPart.TRAIN_LABELS)).isEqualTo(root.resolve("b/train-labels-idx1-ubyte"));
            assertThat(path(source, IdxPart.TEST_IMAGES)).isEqualTo(root.resolve("b/mnist/t10k-images-idx3-ubyte"));
            assertThat(path(source, IdxPart.TEST_LABELS)).isEqualTo(root.resolve("cache/mnist/t10k-labels-idx1-ubyte"));
        });
        assertThat(server.requests()).isZero();
    }

    @Test
    void nothingIsDownloadedUnlessAllowed() {
        Search search = finder.find(folders(false, "a"));
        assertThat(search.source()).isEmpty();
        assertThat(search.trouble()).isEqualTo("MNIST is not in " + root.resolve("a") + ", " + root.resolve("cache"));
        assertThat(server.requests()).isZero();
    }

    @Test
    void whatCannotBeDownloadedIsToldAndNotTriedAgain() {
        Search first = finder.find(folders(true));
        assertThat(first.source()).isEmpty();
        assertThat(first.trouble())
                .isEqualTo("MNIST is not in " + root.resolve("cache") + " and cannot be downloaded ("
                        + server.base("/none") + ": HTTP status 404; " + server.base("/empty") + ": HTTP status 404)");
        assertThat(finder.find(folders(true))).isEqualTo(first);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsMissingIsDownloadedIntoTheCache() throws IOException {
        write("a", IdxPart.TRAIN_IMAGES, IdxPart.TRAIN_LABELS, IdxPart.TEST_IMAGES);
        server.put("/none/t10k-labels-idx1-ubyte.gz", FileServer.testLabels());
        Search search = finder.find(folders(true, "a"));
        assertThat(search.source()).hasValueSatisfying(source -> assertThat(path(source, IdxPart.TEST_LABELS))
                .isEqualTo(root.resolve("cache/mnist/t10k-labels-idx1-ubyte.gz")));
        assertThat(finder.find(folders(true, "a")).source()).isPresent();
        assertThat(server.requests()).isEqualTo(1);
    }

    private DataFolders folders(boolean mayDownload, String... given) {
        return new DataFolders(List.of(given).stream().map(root::resolve).toList(), root.resolve("cache"), mayDownload);
    }

    private void write(String folder, IdxPart... parts) throws IOException {
        Files.createDirectories(root.resolve(folder));
        for (IdxPart part : parts) {
            Files.writeString(root.resolve(folder).resolve(part.fileName()), "not looked into yet");
        }
    }

    private static Path path(IdxSource source, IdxPart part) {
        Map<IdxPart, FileVersion> files = source.files();
        FileVersion version = files.get(part);
        return version == null ? Path.of("") : version.path();
    }
}
