package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Prevents a download that is wrong, half there or never ends from being taken for MNIST. */
@Timeout(60)
class MirrorsTest {

    private static final String NAME = "t10k-labels-idx1-ubyte.gz";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path root;

    private Path folder = Path.of("");
    private FileServer server;
    private byte[] labels = {};

    MirrorsTest() throws IOException {
        server = new FileServer();
    }

    @BeforeEach
    void readLabels() throws IOException {
        folder = root.resolve("cache").resolve("mnist");
        labels = FileServer.testLabels();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatHasTheChecksumIsKept() throws IOException {
        server.put("/good/" + NAME, labels);
        fetch(PATIENCE, server.base("/good"));
        assertThat(folder.resolve(NAME)).hasBinaryContent(labels);
        assertThat(files()).containsExactly(NAME);
    }

    @Test
    void theNextMirrorIsAskedWhereAFileIsMissingOrDamaged() throws IOException {
        server.put("/short/" + NAME, Arrays.copyOf(labels, labels.length - 10));
        server.put("/good/" + NAME, labels);
        fetch(PATIENCE, server.base("/none"), server.base("/short"), server.base("/good"));
        assertThat(folder.resolve(NAME)).hasBinaryContent(labels);
        assertThat(files()).containsExactly(NAME);
        assertThat(server.requests()).isEqualTo(3);
    }

    @Test
    void aDamagedFileOfThatNameIsReplaced() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(NAME), "damaged");
        server.put("/good/" + NAME, labels);
        fetch(PATIENCE, server.base("/good"));
        assertThat(folder.resolve(NAME)).hasBinaryContent(labels);
    }

    @Test
    void whyEachMirrorFailedIsToldAndNothingIsLeftBehind() throws IOException {
        server.put("/short/" + NAME, Arrays.copyOf(labels, labels.length - 10));
        server.put("/page/" + NAME, "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8));
        server.put("/other/" + NAME, IdxBytes.packed(IdxBytes.labels(7, 2, 1)));
        assertFails(
                server.base("/none") + ": HTTP status 404; "
                        + server.base("/short")
                        + ": what it sent ends too early; expected the 10 bytes of test labels"
                        + " that its header announces; "
                        + server.base("/page")
                        + ": what it sent begins with 0x3c21444f; expected test labels with magic"
                        + " number 2049; "
                        + server.base("/other") + ": what it sent is not MNIST's, by its SHA-256 of ",
                PATIENCE,
                server.base("/none"),
                server.base("/short"),
                server.base("/page"),
                server.base("/other"));
    }

    @Test
    void aMirrorThatSaysNothingIsGivenUp() throws IOException {
        Duration brief = Duration.ofMillis(200);
        assertFails(server.base("/hanging") + ": Read timed out", brief, server.base("/hanging"));
        assertFails(server.base("/stalling") + ": Read timed out", brief, server.base("/stalling"));
    }

    @Test
    void aMirrorThatSendsAByteNowAndThenIsGivenUp() throws IOException {
        Mirrors dripping = new Mirrors(
                List.of(server.base("/dripping")), PATIENCE, Duration.ofSeconds(1), FileServer::requireTestLabels);
        assertThatThrownBy(() -> dripping.fetch(IdxPart.TEST_LABELS, folder))
                .isInstanceOf(IOException.class)
                .hasMessage(server.base("/dripping") + ": not done within 1 s");
        assertThat(files()).isEmpty();
    }

    @Test
    void aMirrorThatIsNotThereIsTold() throws IOException {
        URI gone = server.base("/good");
        server.close();
        assertFails(gone + ": Connection refused", PATIENCE, gone);
    }

    private void assertFails(String message, Duration patience, URI... bases) throws IOException {
        assertThatThrownBy(() -> fetch(patience, bases))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(message);
        assertThat(files()).isEmpty();
    }

    private void fetch(Duration patience, URI... bases) throws IOException {
        new Mirrors(List.of(bases), patience, LIMIT, FileServer::requireTestLabels).fetch(IdxPart.TEST_LABELS, folder);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
