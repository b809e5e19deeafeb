package org.initbench.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.random.RandomState;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Examples of a few numbers each, by the {@code data} section of a study: drawn by {@link Classification}, or the rows of a
 * CSV file; split by {@link TrainTestSplit}. Each repetition adds 1 to the seeds.
 */
public final class TabularData implements DataSource {

    private static final String GENERATED = "generated";
    private static final String CSV = "csv";

    private final String source;
    private final String file;
    private final String label;
    private final CsvSettings csv;
    private final Classification.Settings settings;
    private final long seed;
    private final double testFraction;
    private final long splitSeed;
    private final boolean standardized;

    /** Reads the section; problems are in its collector. */
    public TabularData(Section data) {
        source = data.choice("source", GENERATED, List.of(GENERATED, CSV));
        file = data.text("file", "none");
        label = data.text("label", "label");
        csv = source.equals(CSV) ? CsvSettings.read(data) : CsvSettings.DEFAULT;
        settings = settings(data);
        seed = data.integer("seed", 42L, 0, RandomState.MAX_SEED);
        testFraction = data.number("testFraction", 0.2, Range.FRACTION);
        splitSeed = data.integer("splitSeed", 42L, 0, RandomState.MAX_SEED);
        standardized =
                data.choice("scaling", "none", List.of("none", "standardized")).equals("standardized");
    }

    private static Classification.Settings settings(Section data) {
        Classification.Settings settings = new Classification.Settings(
                data.integer("samples", 1000, 2),
                data.integer("features", 20, 1),
                data.integer("informative", 2, 1),
                data.integer("redundant", 2, 0),
                data.integer("classes", 2, 2),
                data.integer("clustersPerClass", 2, 1),
                data.number("flip", 0.01, Range.BELOW_ONE),
                data.number("separation", 1, Range.NON_NEGATIVE));
        settings.problem().ifPresent(sentence -> data.problem("features", sentence));
        return settings;
    }

    /**
     * Reads the file where there is one, so that what is wrong with it is found before any trial runs.
     *
     * @return what was found out about it, and left out; nothing where there is nothing to say
     * @throws InvalidInputException if the file is missing or wrong
     */
    @Override
    public Optional<String> prepare(DataFolders folders) {
        if (!source.equals(CSV)) {
            return Optional.empty();
        }
        CsvExamples rows = csv(folders);
        split(rows.count(), rows, 0, DataType.DOUBLE);
        return rows.remarks().isEmpty()
                ? Optional.empty()
                : Optional.of("read from " + file + ": " + String.join("; ", rows.remarks()));
    }

    /** Which rows these are. */
    @Override
    public DataOrigin origin(DataFolders folders) {
        return source.equals(CSV)
                ? new DataOrigin(null, Map.of(file, FileChecksums.of(find(folders))))
                : DataOrigin.generated(Classification.NAME);
    }

    /** The examples of one repetition. */
    @Override
    public TrialData data(DataRequest request) {
        TrialData data = source.equals(CSV) ? fromFile(request) : generated(request);
        return standardized ? Standardized.of(data) : data;
    }

    private TrialData fromFile(DataRequest request) {
        CsvExamples rows = csv(request.folders());
        return split(rows.count(), rows, request.repetition(), request.type());
    }

    private CsvExamples csv(DataFolders folders) {
        return CsvExamples.read(find(folders), label, csv);
    }

    private Path find(DataFolders folders) {
        return folders.find(file)
                .orElseThrow(() -> new InvalidInputException("data.file: there is no file " + file
                        + "; it is looked for as it is and in the folders of data.dir"));
    }

    private TrialData generated(DataRequest request) {
        Classification drawn = Classification.make(settings, RandomState.nextSeed(seed, request.repetition()));
        return split(settings.samples(), drawn, request.repetition(), request.type());
    }

    private TrialData split(int count, Pickable examples, int repetition, DataType type) {
        TrainTestSplit split = TrainTestSplit.of(count, testFraction, RandomState.nextSeed(splitSeed, repetition));
        return new TrialData(
                examples.name(), examples.pick(split.train(), type), Optional.of(examples.pick(split.test(), type)));
    }

    /** Examples of which some can be picked. */
    interface Pickable {

        /** For the {@code dataset} column. */
        String name();

        /** The examples at these positions, in this order. */
        Examples pick(int[] positions, DataType type);
    }
}
