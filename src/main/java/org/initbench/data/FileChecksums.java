package org.initbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.InvalidInputException;

/** SHA-256 of files, each read once as long as it stays as it is. */
final class FileChecksums {

    private static final Map<FileVersion, String> KNOWN = new ConcurrentHashMap<>();

    private FileChecksums() {}

    /**
     * Of a file's bytes, in hexadecimal digits.
     *
     * @throws InvalidInputException if it cannot be read
     */
    static String of(Path file) {
        return KNOWN.computeIfAbsent(FileVersion.of(file), version -> read(version.path()));
    }

    private static String read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(content);
        } catch (IOException unreadable) {
            throw new InvalidInputException("data.file: cannot read " + file + ", " + unreadable.getMessage());
        }
    }
}
