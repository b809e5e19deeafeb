package org.initbench.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.initbench.config.Section;
import org.initbench.data.DataSource;
import org.initbench.data.ImageData;
import org.initbench.data.ImageData.Layout;
import org.initbench.data.TabularData;
import org.initbench.networkfile.InputShape;
import org.initbench.networkfile.OutputShape;

/** Where the examples for a network file come from: nowhere, so that they are random, or one of the sources of other scenarios. */
final class NetworkData {

    private static final String NONE = "none";
    private static final List<String> IMAGES = List.of("auto", "mnist", "idx", "synthetic");
    private static final List<String> TABLES = List.of("csv", "generated");

    private NetworkData() {}

    /** Reads the {@code data} section. */
    static DataSource read(Section data, InputShape input, OutputShape output) {
        List<String> sources =
                Stream.of(List.of(NONE), IMAGES, TABLES).flatMap(List::stream).toList();
        String source = data.choice("source", NONE, sources);
        if (IMAGES.contains(source)) {
            return new ImageData(data, input.kind() == InputShape.Kind.PICTURE ? Layout.CHANNELS : Layout.FLAT);
        }
        return TABLES.contains(source)
                ? new TabularData(data)
                : new RandomExamples(input, output, data.integer("examples", 32, 1));
    }
}
