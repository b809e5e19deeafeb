package org.initbench.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.initbench.testing.Mnist;

/** A mirror on this machine: what a test puts at a path is served there, anything else is missing. */
final class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.createContext("/hanging", exchange -> hang());
        server.createContext("/stalling", this::stall);
        server.createContext("/dripping", this::drip);
        server.start();
    }

    /** Test labels, packed. */
    static byte[] testLabels() throws IOException {
        return Files.readAllBytes(Mnist.DRAWN.resolve("t10k-labels-idx1-ubyte.gz"));
    }

    /** Takes the test labels for MNIST's. */
    static void requireTestLabels(IdxFile file) {
        if (!Arrays.equals(file.content(), SyntheticDigits.draw(1, "test", 10).labels())) {
            file.requireMnist();
        }
    }

    void put(String path, byte[] content) {
        files.put(path, content);
    }

    /** A folder of this mirror; {@code /hanging} never answers, {@code /stalling} stops after half of a file, {@code /dripping} sends a byte now and then. */
    URI base(String folder) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + folder);
    }

    /** How many files were asked for, those that are missing included. */
    int requests() {
        return requests.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] content = files.get(exchange.getRequestURI().getPath());
        try (exchange;
                OutputStream body = exchange.getResponseBody()) {
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, content.length);
                body.write(content);
            }
        }
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void stall(HttpExchange exchange) throws IOException {
        byte[] content = testLabels();
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content, 0, content.length / 2);
        exchange.getResponseBody().flush();
        hang();
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                body.write(0);
                body.flush();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
