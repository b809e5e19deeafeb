package org.initbench.run;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines from someone who may write anything: a line that is too long for a message is cut, its rest thrown away. */
final class Lines {

    private static final int LONGEST = 1 << 20;

    private final InputStream in;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its end; empty when there is no more. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n') {
            if (line.size() < LONGEST) {
                line.write(read);
            }
            read = in.read();
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
    }
}
