package org.initbench.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.initbench.config.FileTrouble;
import org.initbench.config.InvalidInputException;

/** The text of a CSV file, unpacked and decoded. */
final class CsvText {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvText() {}

    /**
     * Reads it; whether it is packed its content decides.
     *
     * @param encoding the name of a character set, or {@code auto} for UTF-8
     * @throws InvalidInputException if it cannot be read or decoded
     */
    static String read(Path file, String encoding) {
        byte[] bytes = bytes(file);
        Charset charset = charset(encoding);
        CharBuffer text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException malformed) {
            throw new InvalidInputException("data.file: " + file + " is not written in " + charset + ", as line "
                    + firstMalformedLine(bytes, charset)
                    + " shows; name its encoding, as in data.encoding=windows-1252");
        }
        boolean isMarked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
        return text.subSequence(isMarked ? 1 : 0, text.length()).toString();
    }

    private static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            boolean isPacked = bytes.length > 1 && (bytes[0] & 0xff) == GZIP_FIRST && (bytes[1] & 0xff) == GZIP_SECOND;
            return isPacked ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
        } catch (IOException unreadable) {
            throw new InvalidInputException("data.file: cannot read " + file + ": " + FileTrouble.reason(unreadable));
        }
    }

    private static Charset charset(String encoding) {
        try {
            return encoding.equals(CsvSettings.AUTO) ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInputException(
                    "data.encoding: there is no " + encoding + "; UTF-8, windows-1252 and ISO-8859-1 are usual");
        }
    }

    private static int firstMalformedLine(byte[] bytes, Charset charset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                try {
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes, start, i - start));
                } catch (CharacterCodingException here) {
                    return line;
                }
                line++;
                start = i + 1;
            }
        }
        return line;
    }
}
