package org.initbench.networkfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text of a file or of an entry in an archive, of which no more is unpacked than a network can need. */
final class BoundedText {

    /** The largest known configurations have a third of a megabyte. */
    static final int MOST_BYTES = 32 << 20;

    private static final int MIB = 20;

    private BoundedText() {}

    /**
     * All of it, as UTF-8.
     *
     * @param what it is, for the sentence that refuses it
     */
    static String read(InputStream content, String what) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(what + " has more than " + (MOST_BYTES >> MIB)
                    + " MiB, which no configuration needs; give the configuration alone");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException binary) {
            throw new Refusal(what + " is no text; " + NetworkText.HELP);
        }
    }
}
