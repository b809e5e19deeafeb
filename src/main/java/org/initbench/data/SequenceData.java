package org.initbench.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.random.RandomState;

/**
 * Sequences from a table, by the {@code data} section of a study: rows of numbers that have a column in common which tells the
 * sequence, in the order of the file, or texts, a row each. Shorter ones are padded, and masks say where.
 */
final class SequenceData implements DataSource {

    private static final String NONE = "none";
    private static final LastValueCache<Key, Sequences> READ = new LastValueCache<>();

    private final String file;
    private final Settings settings;
    private final double testFraction;
    private final long splitSeed;

    /**
     * How a table is read.
     *
     * @param label column of the label
     * @param sequence column that tells the sequence
     * @param text column of texts, {@code none} where there are numbers
     * @param isByStep whether each step has a label of its own
     * @param tokens what a step of a text is: {@code words} or {@code characters}
     * @param vocabulary the most of them that are told apart, those for padding and for all others among them
     * @param steps the most of a sequence, from its beginning; 0 for as many as the longest has
     */
    record Settings(
            String label,
            String sequence,
            String text,
            boolean isByStep,
            String tokens,
            int vocabulary,
            int steps,
            CsvSettings csv) {

        boolean isOfTexts() {
            return !text.equals(NONE);
        }
    }

    private record Key(FileVersion file, Settings settings) {}

    SequenceData(Section data) {
        file = data.text("file", NONE);
        CsvSettings csv = CsvSettings.read(data);
        settings = new Settings(
                data.text("label", "label"),
                data.text("sequence", "sequence"),
                data.text("text", NONE),
                data.choice("labels", "sequence", List.of("sequence", "step")).equals("step"),
                data.choice("tokens", "words", List.of("words", "characters")),
                data.integer("vocabulary", 10_000, 3),
                data.integer("steps", 0, 0),
                csv);
        if (settings.isByStep() && (settings.isOfTexts() || csv.task().equals(CsvSettings.VALUES))) {
            data.problem("labels", "step is for classes of rows of numbers; give labels of whole sequences");
        }
        testFraction = data.number("testFraction", 0.2, Range.FRACTION);
        splitSeed = data.integer("splitSeed", 42L, 0, RandomState.MAX_SEED);
    }

    @Override
    public Task.Kind task() {
        if (settings.csv().task().equals(CsvSettings.VALUES)) {
            return Task.Kind.VALUES;
        }
        return settings.isByStep() ? Task.Kind.STEP_CLASSES : Task.Kind.SEQUENCE_CLASSES;
    }

    @Override
    public OptionalInt vocabulary() {
        return settings.isOfTexts() ? OptionalInt.of(settings.vocabulary()) : OptionalInt.empty();
    }

    @Override
    public ResolvedData resolve(DataFolders folders) {
        Path path = folders.dataFile(file);
        Sequences read = READ.get(new Key(FileVersion.of(path), settings), () -> Sequences.read(path, settings));
        return new ResolvedData(
                read.name(),
                InputType.recurrent(read.width(), read.steps()),
                new Task(task(), read.task().names()),
                new DataOrigin(null, Map.of(file, FileChecksums.of(path))),
                List.of("read from " + file + ": "
                        + String.join("; ", read.reading().decisions())),
                Optional.of(read.reading()),
                request -> open(read, request));
    }

    /** Whole sequences are held out: by class where each has one. */
    private TrialData open(Sequences read, DataRequest request) {
        long seed = RandomState.nextSeed(splitSeed, request.repetition());
        boolean isByClass = task() == Task.Kind.SEQUENCE_CLASSES;
        TrainTestSplit split = isByClass
                ? TrainTestSplit.byClass(read.classes(), testFraction, seed)
                : TrainTestSplit.of(read.count(), testFraction, seed);
        TargetScale scale = task() == Task.Kind.VALUES ? read.scale(split.train()) : TargetScale.NONE;
        return new TrialData(
                read.name(),
                read.pick(split.train(), request.type(), scale),
                Optional.of(read.pick(split.test(), request.type(), scale)),
                scale);
    }
}
