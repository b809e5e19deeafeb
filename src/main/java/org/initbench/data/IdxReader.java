package org.initbench.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.initbench.config.InvalidInputException;

/**
 * Reads files in LeCun's IDX format: a magic number (two zeros, the type of the values, the number of dimensions), the
 * length of each dimension as a big-endian 32-bit number, then the values. Only unsigned bytes are taken, plain or packed
 * by gzip, which the content tells and not the name.
 */
final class IdxReader {

    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER = 1 << 16;

    /** More than any known image set holds. */
    private static final long MOST_BYTES = 1L << 30;

    /** Deflate packs no tighter than this, so that a small file cannot make us reserve much memory. */
    private static final long DEFLATE_RATIO = 1032;

    private final Path path;
    private final IdxPart part;

    private IdxReader(Path path, IdxPart part) {
        this.path = path;
        this.part = part;
    }

    /**
     * Reads a whole file.
     *
     * @param part what the file should hold
     * @throws InvalidInputException if it cannot be read, holds something else or is damaged
     */
    static IdxFile read(Path path, IdxPart part) {
        try {
            return new IdxReader(path, part).read();
        } catch (NoSuchFileException missing) {
            throw IdxFile.invalid(path, "is not there", part.content());
        } catch (EOFException early) {
            throw IdxFile.invalid(path, "is shorter than a header", header(part));
        } catch (IOException damaged) {
            throw IdxFile.invalid(path, "cannot be read (" + damaged.getMessage() + ")", part.content());
        }
    }

    private IdxFile read() throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
                DataInputStream in = new DataInputStream(new DigestInputStream(unpacked(file), digest))) {
            int magic = in.readInt();
            if (magic != magic(part)) {
                throw IdxFile.invalid(path, contentOf(magic), header(part));
            }
            int[] sizes = new int[part.dimensions()];
            long length = 1;
            for (int dimension = 0; dimension < sizes.length; dimension++) {
                sizes[dimension] = in.readInt();
                length = Math.min(MOST_BYTES + 1, length * Math.max(0L, sizes[dimension]));
            }
            byte[] content = content(in, length);
            return new IdxFile(path, part, sizes, content, Hex.encodeHexString(digest.digest()));
        }
    }

    private byte[] content(DataInputStream in, long length) throws IOException {
        if (length < 1 || length > MOST_BYTES) {
            String wrong = length < 1 ? "announces no values" : "announces more than " + MOST_BYTES + " bytes";
            throw IdxFile.invalid(path, wrong, part.content());
        }
        if (length > DEFLATE_RATIO * Files.size(path)) {
            throw tooShort(length);
        }
        byte[] content = new byte[(int) length];
        try {
            in.readFully(content);
            if (in.read() >= 0) {
                throw IdxFile.invalid(path, "goes on after its values", announced(length));
            }
            return content;
        } catch (EOFException early) {
            throw tooShort(length);
        }
    }

    private InvalidInputException tooShort(long length) {
        return IdxFile.invalid(path, "ends too early", announced(length));
    }

    private String announced(long length) {
        return "the " + length + " bytes of " + part.content() + " that its header announces";
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        file.mark(2);
        boolean packed = file.read() == GZIP_FIRST && file.read() == GZIP_SECOND;
        file.reset();
        return packed ? new GZIPInputStream(file, BUFFER) : file;
    }

    private static int magic(IdxPart part) {
        return UNSIGNED_BYTES | part.dimensions();
    }

    private static String header(IdxPart part) {
        return part.content() + " with magic number " + magic(part);
    }

    private static String contentOf(int magic) {
        for (IdxPart other : IdxPart.values()) {
            if (magic == magic(other)) {
                return "holds " + (other.dimensions() == 1 ? "labels" : "images");
            }
        }
        return String.format(Locale.ROOT, "begins with 0x%08x", magic);
    }
}
