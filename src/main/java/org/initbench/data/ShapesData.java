package org.initbench.data;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Section;
import org.initbench.random.Seeds;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Coloured shapes by the {@code data} section of a study: {@code train} and {@code test} say how many; each repetition draws
 * its own. The examples made last are kept for the trials that share them.
 */
public final class ShapesData implements DataSource {

    private static final String NAME = "shapes";
    private static final LastValueCache<Settings, TrialData> MADE = new LastValueCache<>();

    private final int train;
    private final int test;

    private record Settings(int train, int test, long studySeed, int repetition, DataType type) {}

    /** Reads {@code train} and {@code test}. */
    public ShapesData(Section data) {
        train = data.integer("train", 10_000, 1);
        test = data.integer("test", 2000, 1);
        data.choice("scaling", "unit", List.of("unit"));
    }

    @Override
    public ResolvedData resolve(DataFolders folders) {
        return new ResolvedData(
                NAME,
                InputType.convolutional(Canvas.SIDE, Canvas.SIDE, Canvas.CHANNELS),
                Task.classes(Shapes.CLASSES),
                DataOrigin.generated(NAME),
                List.of(),
                this::open);
    }

    /** The pictures of one repetition, training and test set from streams of their own. */
    private TrialData open(DataRequest request) {
        Settings settings = new Settings(train, test, request.studySeed(), request.repetition(), request.type());
        return MADE.get(
                settings,
                () -> new TrialData(NAME, draw("train", train, request), Optional.of(draw("test", test, request))));
    }

    private static Examples draw(String split, int count, DataRequest request) {
        long seed = Seeds.derive(request.studySeed(), request.repetition(), split);
        return Shapes.make(count, seed, request.type());
    }
}
