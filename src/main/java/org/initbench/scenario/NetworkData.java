package org.initbench.scenario;

import java.util.List;
import java.util.function.IntFunction;
import org.initbench.config.Section;
import org.initbench.data.DataSource;
import org.initbench.data.Sources;
import org.jspecify.annotations.Nullable;

/** Where the examples for a network file come from: nowhere, so that they are random, or a source. */
final class NetworkData {

    private static final String NONE = "none";

    private NetworkData() {}

    /**
     * Reads the {@code data} section.
     *
     * @param random makes random examples, as many as it is told
     */
    static @Nullable DataSource read(Section data, IntFunction<@Nullable DataSource> random) {
        String source = Sources.name(data, NONE, List.of(NONE));
        return source.equals(NONE) ? random.apply(data.integer("examples", 32, 1)) : Sources.read(source, data);
    }
}
