package org.initbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;
import org.initbench.config.InvalidInputException;

/** Public copies of MNIST, asked one after the other. Only what has MNIST's checksum gets its name in a folder. */
final class Mirrors {

    /** Those of TensorFlow and of PyTorch. */
    static final Mirrors PUBLIC = new Mirrors(
            List.of(
                    URI.create("https://storage.googleapis.com/cvdf-datasets/mnist"),
                    URI.create("https://ossci-datasets.s3.amazonaws.com/mnist")),
            Duration.ofSeconds(15));

    private static final long MOST_BYTES = 1L << 26;

    private final List<URI> bases;
    private final int patienceMillis;

    /**
     * Mirrors.
     *
     * @param bases folders of the files, without a slash at the end
     * @param patience how long one may take to connect, and to send anything at all
     */
    Mirrors(List<URI> bases, Duration patience) {
        this.bases = List.copyOf(bases);
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    /**
     * Puts MNIST's file of a part, packed, into a folder, which is made if need be.
     *
     * @throws IOException if no mirror had it; the message says why not
     */
    void fetch(IdxPart part, Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = part.fileName() + ".gz";
        List<String> failures = new ArrayList<>();
        for (URI base : bases) {
            Path temporary = Files.createTempFile(folder, name, ".part");
            try {
                download(URI.create(base + "/" + name), temporary);
                IdxReader.read(temporary, part).requireMnist();
                Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (UnknownHostException unknown) {
                failures.add(base + ": host not found");
            } catch (IOException failure) {
                failures.add(base + ": " + failure.getMessage());
            } catch (InvalidInputException damaged) {
                failures.add(base + ": what it sent "
                        + String.valueOf(damaged.getMessage()).replace(temporary + ": ", ""));
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
        throw new IOException(String.join("; ", failures));
    }

    private void download(URI address, Path target) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(patienceMillis);
        connection.setReadTimeout(patienceMillis);
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("HTTP status " + status);
            }
            try (InputStream body = BoundedInputStream.builder()
                    .setInputStream(connection.getInputStream())
                    .setMaxCount(MOST_BYTES)
                    .get()) {
                Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            connection.disconnect();
        }
    }
}
