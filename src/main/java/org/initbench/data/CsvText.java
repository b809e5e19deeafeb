package org.initbench.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.initbench.config.FileTrouble;
import org.initbench.config.InvalidInputException;

/**
 * The text of a CSV file, unpacked and decoded as it is read; whether it is packed its content decides.
 *
 * @param encoding the name of a character set, or {@code auto} for UTF-8
 */
record CsvText(Path file, String encoding) {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;

    /** Something is read from the text. */
    @FunctionalInterface
    interface Use<T> {

        T of(BufferedReader text) throws IOException;
    }

    /**
     * Reads it, without a byte order mark.
     *
     * @throws InvalidInputException if it cannot be read or decoded
     */
    <T> T read(Use<T> use) {
        Charset charset = charset();
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(
                        bytes(),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                BUFFER)) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return use.of(text);
        } catch (CharacterCodingException malformed) {
            throw new InvalidInputException("data.file: " + file + " is not written in " + charset + ", as line "
                    + firstMalformedLine(charset)
                    + " shows; name its encoding, as in data.encoding=windows-1252");
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private InvalidInputException unreadable(IOException trouble) {
        return new InvalidInputException("data.file: cannot read " + file + ": " + FileTrouble.reason(trouble));
    }

    private InputStream bytes() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        bytes.mark(2);
        boolean isPacked = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        return isPacked ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    private Charset charset() {
        try {
            return encoding.equals(CsvSettings.AUTO) ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInputException(
                    "data.encoding: there is no " + encoding + "; UTF-8, windows-1252 and ISO-8859-1 are usual");
        }
    }

    private int firstMalformedLine(Charset charset) {
        try (InputStream in = bytes()) {
            byte[] bytes = in.readAllBytes();
            int line = 1;
            int start = 0;
            for (int i = 0; i <= bytes.length; i++) {
                if (i == bytes.length || bytes[i] == '\n') {
                    if (!isWellFormed(charset, bytes, start, i)) {
                        return line;
                    }
                    line++;
                    start = i + 1;
                }
            }
            return line;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private static boolean isWellFormed(Charset charset, byte[] bytes, int from, int to) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
