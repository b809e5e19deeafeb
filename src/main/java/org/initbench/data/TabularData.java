package org.initbench.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.random.RandomState;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Examples of a few numbers each, by the {@code data} section of a study: drawn by {@link Classification}, or the rows of a
 * CSV file; split by {@link TrainTestSplit}. Each repetition adds 1 to the seeds.
 */
final class TabularData implements DataSource {

    private static final LastValueCache<Table, CsvExamples> TABLES = new LastValueCache<>();

    private final boolean isCsv;
    private final String file;
    private final String label;
    private final CsvSettings csv;
    private final Classification.Settings settings;
    private final long seed;
    private final double testFraction;
    private final long splitSeed;
    private final boolean standardized;

    /** All that the examples of a file depend on. */
    private record Table(FileVersion file, String label, CsvSettings settings) {}

    /** Reads the section; problems are in its collector. */
    TabularData(Section data, boolean isCsv) {
        this.isCsv = isCsv;
        file = data.text("file", "none");
        label = data.text("label", "label");
        csv = isCsv ? CsvSettings.read(data) : CsvSettings.DEFAULT;
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

    /** Reads the file where there is one, so that what is wrong with it is found before any trial runs. */
    @Override
    public ResolvedData resolve(DataFolders folders) {
        return isCsv ? fromFile(folders) : generated();
    }

    private ResolvedData fromFile(DataFolders folders) {
        Path path = folders.dataFile(file);
        CsvExamples rows =
                TABLES.get(new Table(FileVersion.of(path), label, csv), () -> CsvExamples.read(path, label, csv));
        checkSplit(rows.count());
        return new ResolvedData(
                rows.name(),
                InputType.feedForward(rows.features()),
                rows.task(),
                new DataOrigin(null, Map.of(file, FileChecksums.of(path))),
                rows.reading().decisions().isEmpty()
                        ? List.of()
                        : List.of("read from " + file + ": "
                                + String.join("; ", rows.reading().decisions())),
                Optional.of(rows.reading()),
                request -> fromFile(rows, request));
    }

    /** Values are learned in a unit that suits any network: mean 0 and deviation 1 over the training examples. */
    private TrialData fromFile(CsvExamples rows, DataRequest request) {
        TrainTestSplit split = split(rows, RandomState.nextSeed(splitSeed, request.repetition()));
        if (rows.task().kind().isClasses()) {
            return split(rows, split, request);
        }
        TargetScale scale = rows.scale(split.train());
        TrialData data = split(rows.scaled(scale), split, request);
        return new TrialData(data.name(), data.train(), data.test(), scale);
    }

    private ResolvedData generated() {
        checkSplit(settings.samples());
        return new ResolvedData(
                Classification.NAME,
                InputType.feedForward(settings.features()),
                Task.classes(settings.classes()),
                DataOrigin.generated(Classification.NAME),
                List.of(),
                request -> split(
                        Classification.make(settings, RandomState.nextSeed(seed, request.repetition())),
                        TrainTestSplit.of(
                                settings.samples(),
                                testFraction,
                                RandomState.nextSeed(splitSeed, request.repetition())),
                        request));
    }

    private void checkSplit(int count) {
        if (TrainTestSplit.testCount(count, testFraction) >= count) {
            throw new InvalidInputException("data.testFraction: " + testFraction + " leaves none of " + count
                    + " examples to learn from; give a smaller one");
        }
    }

    /** Each class has its share in both parts. */
    private TrainTestSplit split(CsvExamples rows, long ofRepetition) {
        return rows.task().kind().isClasses()
                ? TrainTestSplit.byClass(rows.classes(), testFraction, ofRepetition)
                : TrainTestSplit.of(rows.count(), testFraction, ofRepetition);
    }

    private TrialData split(Pickable examples, TrainTestSplit split, DataRequest request) {
        TrialData data = new TrialData(
                examples.name(),
                examples.pick(split.train(), request.type()),
                split.test().length == 0 ? Optional.empty() : Optional.of(examples.pick(split.test(), request.type())));
        return standardized ? Standardized.of(data) : data;
    }

    @Override
    public Task.Kind task() {
        return isCsv && csv.task().equals(CsvSettings.VALUES) ? Task.Kind.VALUES : Task.Kind.CLASSES;
    }

    /** Examples of which some can be picked. */
    interface Pickable {

        /** For the {@code dataset} column. */
        String name();

        /** The examples at these positions, in this order. */
        Examples pick(int[] positions, DataType type);
    }
}
