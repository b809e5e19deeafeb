package org.initbench.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.config.Section;
import org.initbench.data.DataFolders;
import org.initbench.data.DataOrigin;
import org.initbench.data.DataRequest;
import org.initbench.data.ImageData;
import org.initbench.data.ImageData.Layout;
import org.initbench.data.TabularData;
import org.initbench.data.TrialData;
import org.initbench.networkfile.InputShape;
import org.initbench.networkfile.OutputShape;

/** Where the examples for a network file come from: nowhere, so that they are random, or one of the sources of other scenarios. */
interface NetworkData {

    /** What should be known of the data. */
    default Optional<String> prepare(DataFolders folders) {
        return Optional.empty();
    }

    default DataOrigin origin(DataFolders folders) {
        return DataOrigin.NOTHING;
    }

    TrialData data(DataRequest request);

    /** Whether they are random, so that they fit by themselves. */
    default boolean isRandom() {
        return false;
    }

    /** Reads the {@code data} section. */
    static NetworkData read(Section data, InputShape input, OutputShape output) {
        String none = "none";
        List<String> images = List.of("auto", "mnist", "idx", "synthetic");
        List<String> tables = List.of("csv", "generated");
        List<String> sources =
                Stream.of(List.of(none), images, tables).flatMap(List::stream).toList();
        String source = data.choice("source", none, sources);
        if (images.contains(source)) {
            Layout layout = input.kind() == InputShape.Kind.PICTURE ? Layout.CHANNELS : Layout.FLAT;
            return new OfImages(new ImageData(data, layout));
        }
        if (tables.contains(source)) {
            return new OfTable(new TabularData(data));
        }
        RandomExamples random = new RandomExamples(input, output, data.integer("examples", 32, 1));
        return new NetworkData() {
            @Override
            public TrialData data(DataRequest request) {
                return random.data(request);
            }

            @Override
            public DataOrigin origin(DataFolders folders) {
                return new DataOrigin(null, Map.of());
            }

            @Override
            public boolean isRandom() {
                return true;
            }
        };
    }

    /** Images. */
    record OfImages(ImageData images) implements NetworkData {

        @Override
        public Optional<String> prepare(DataFolders folders) {
            return images.prepare(folders);
        }

        @Override
        public DataOrigin origin(DataFolders folders) {
            return images.origin(folders);
        }

        @Override
        public TrialData data(DataRequest request) {
            return images.data(request);
        }
    }

    /** Rows of a few numbers. */
    record OfTable(TabularData rows) implements NetworkData {

        @Override
        public Optional<String> prepare(DataFolders folders) {
            return rows.prepare(folders);
        }

        @Override
        public DataOrigin origin(DataFolders folders) {
            return rows.origin(folders);
        }

        @Override
        public TrialData data(DataRequest request) {
            return rows.data(request);
        }
    }
}
