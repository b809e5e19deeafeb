package org.initbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.commons.io.input.BoundedInputStream;
import org.initbench.config.InvalidInputException;

/** Public copies of MNIST, asked one after the other. Only what has MNIST's checksum gets its name in a folder. */
final class Mirrors {

    /** Those of TensorFlow and of PyTorch. */
    static final Mirrors PUBLIC = new Mirrors(
            List.of(
                    URI.create("https://storage.googleapis.com/cvdf-datasets/mnist"),
                    URI.create("https://ossci-datasets.s3.amazonaws.com/mnist")),
            Duration.ofSeconds(15),
            Duration.ofMinutes(10),
            IdxFile::requireMnist);

    private static final long MOST_BYTES = 1L << 26;
    private static final int BUFFER = 1 << 16;

    private final List<URI> bases;
    private final int patienceMillis;
    private final Duration limit;
    private final Consumer<IdxFile> check;

    /**
     * Mirrors.
     *
     * @param bases folders of the files, without a slash at the end
     * @param patience how long one may take to connect, and to send anything at all
     * @param limit how long one may take to send a file as a whole
     * @param check throws {@link InvalidInputException} for what is not to be kept
     */
    Mirrors(List<URI> bases, Duration patience, Duration limit, Consumer<IdxFile> check) {
        this.bases = List.copyOf(bases);
        this.patienceMillis = Math.toIntExact(patience.toMillis());
        this.limit = limit;
        this.check = check;
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
                downloadInTime(URI.create(base + "/" + name), temporary);
                check.accept(IdxReader.read(temporary, part));
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

    /** A thread of its own, which is left behind where a mirror goes on sending ever so little: a read cannot be broken off. */
    private void downloadInTime(URI address, Path target) throws IOException {
        FutureTask<Void> download = new FutureTask<>(() -> {
            download(address, target);
            return null;
        });
        Thread thread = new Thread(download, "download");
        thread.setDaemon(true);
        thread.start();
        try {
            download.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("not done within " + limit.toSeconds() + " s");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException trouble) {
                throw trouble;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            download.cancel(true);
        }
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
                write(body, target);
            }
        } finally {
            connection.disconnect();
        }
    }

    private static void write(InputStream body, Path target) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream file = Files.newOutputStream(target)) {
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedIOException("nobody waits for it any more");
                }
                file.write(buffer, 0, count);
            }
        }
    }
}
