package org.initbench.scenario;

import java.util.List;
import org.initbench.config.Section;
import org.initbench.data.DataSource;
import org.initbench.data.Sources;
import org.initbench.networkfile.InputShape;
import org.initbench.networkfile.OutputShape;

/** Where the examples for a network file come from: nowhere, so that they are random, or a source. */
final class NetworkData {

    private static final String NONE = "none";

    private NetworkData() {}

    /** Reads the {@code data} section. */
    static DataSource read(Section data, InputShape input, OutputShape output) {
        String source = Sources.name(data, NONE, List.of(NONE));
        return source.equals(NONE)
                ? new RandomExamples(input, output, data.integer("examples", 32, 1))
                : Sources.read(source, data);
    }
}
