package org.initbench.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines from someone who may write anything: a line that is too long for a message is cut, its rest thrown away. */
final class Lines {

    /** Of a request, in bytes. */
    static final int LONGEST_REQUEST = 1 << 20;

    /** Of a reply, which may hold the file of a trial with all its weights. */
    static final int LONGEST_REPLY = 1 << 30;

    private static final int END = '\n';

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;

    /**
     * Lines of a stream.
     *
     * @param longest in bytes
     */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line without its end; empty when there is no more. */
    Optional<String> next() throws IOException {
        if (!hasMore()) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (hasMore()) {
            int from = next;
            while (next < filled && buffer[next] != END) {
                next++;
            }
            line.write(buffer, from, Math.min(next - from, longest - line.size()));
            if (next < filled) {
                next++;
                break;
            }
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    private boolean hasMore() throws IOException {
        if (next == filled) {
            next = 0;
            filled = Math.max(in.read(buffer), 0);
        }
        return filled > 0;
    }
}
