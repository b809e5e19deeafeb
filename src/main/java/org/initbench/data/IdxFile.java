package org.initbench.data;

import java.nio.file.Path;
import org.initbench.config.InvalidInputException;

/** A file in LeCun's IDX format, unpacked and found whole. */
final class IdxFile {

    private final Path path;
    private final IdxPart part;
    private final int[] sizes;
    private final byte[] content;
    private final String sha256;

    IdxFile(Path path, IdxPart part, int[] sizes, byte[] content, String sha256) {
        this.path = path;
        this.part = part;
        this.sizes = sizes;
        this.content = content;
        this.sha256 = sha256;
    }

    /** The bytes after the header, in C order. */
    byte[] content() {
        return content;
    }

    /** Length along a dimension: 0 counts images or labels, 1 rows, 2 columns. */
    int size(int dimension) {
        return sizes[dimension];
    }

    /** SHA-256 of the unpacked file, header included, in hexadecimal digits. */
    String sha256() {
        return sha256;
    }

    /**
     * Makes sure that this is MNIST's own file.
     *
     * @throws InvalidInputException if it is anything else
     */
    void requireMnist() {
        if (sha256.equals(part.mnistSha256())) {
            return;
        }
        for (IdxPart other : IdxPart.values()) {
            if (sha256.equals(other.mnistSha256())) {
                throw invalid("holds MNIST's " + other.content(), "its " + part.content());
            }
        }
        throw invalid(
                "is not MNIST's, by its SHA-256 of " + sha256,
                part.mnistSha256() + "; data.source=idx takes other sets of images");
    }

    /** A sentence about this file. */
    InvalidInputException invalid(String wrong, String expected) {
        return invalid(path, wrong, expected);
    }

    /** A sentence about a file: its name, what is wrong with it, what was expected. */
    static InvalidInputException invalid(Path path, String wrong, String expected) {
        return new InvalidInputException(path + ": " + wrong + "; expected " + expected);
    }
}
