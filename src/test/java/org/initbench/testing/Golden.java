package org.initbench.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Files of {@code src/test/resources/golden}, written by hand from the documented columns. */
public final class Golden {

    private Golden() {}

    /** Checks that a file is, byte for byte, the golden file of its name. */
    public static void assertSame(Path written) throws IOException {
        String name = written.getFileName().toString();
        try (InputStream golden = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name)) {
            assertThat(Files.readString(written, UTF_8)).isEqualTo(new String(golden.readAllBytes(), UTF_8));
        }
    }
}
