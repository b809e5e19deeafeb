package org.initbench.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Section;
import org.initbench.random.Seeds;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The copying problem: some symbols, blanks for a delay, of which the last is a signal, then blanks while the symbols are to be
 * repeated; before that, a blank is right at every step. Who remembers nothing has a loss of symbols · ln(alphabet) a sequence. Hochreiter
 * &amp; Schmidhuber 1997, as Arjovsky, Shah &amp; Bengio 2016 pose it.
 */
final class CopyData implements DataSource {

    private static final String NAME = "copy";

    private final int trainCount;
    private final int testCount;
    private final int symbols;
    private final int alphabet;
    private final int delay;

    CopyData(Section data) {
        trainCount = data.integer("train", 1000, 1);
        testCount = data.integer("test", 200, 1);
        symbols = data.integer("symbols", 10, 1);
        alphabet = data.integer("alphabet", 8, 2);
        delay = data.integer("delay", 20, 1);
    }

    @Override
    public Task.Kind task() {
        return Task.Kind.STEP_CLASSES;
    }

    private int steps() {
        return delay + 2 * symbols;
    }

    @Override
    public ResolvedData resolve(DataFolders folders) {
        List<String> names = Stream.concat(
                        IntStream.range(0, alphabet).mapToObj(symbol -> "symbol " + symbol), Stream.of("blank"))
                .toList();
        return ResolvedData.drawn(
                NAME,
                InputType.recurrent(alphabet + 2L, steps()),
                new Task(task(), names),
                trainCount,
                testCount,
                this::draw);
    }

    /** Features (count, alphabet + 2, steps): symbols, blank, signal; labels (count, alphabet + 1, steps): symbols, blank. */
    private Examples draw(String split, int count, DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), split);
        float[][][] features = new float[count][alphabet + 2][steps()];
        float[][][] labels = new float[count][alphabet + 1][steps()];
        int blank = alphabet;
        int signal = alphabet + 1;
        for (int i = 0; i < count; i++) {
            for (int step = 0; step < steps(); step++) {
                boolean isRepeated = step >= symbols + delay;
                if (step < symbols) {
                    int symbol = generator.nextInt(alphabet);
                    features[i][symbol][step] = 1;
                    labels[i][symbol][symbols + delay + step] = 1;
                } else {
                    features[i][step == symbols + delay - 1 ? signal : blank][step] = 1;
                }
                if (!isRepeated) {
                    labels[i][blank][step] = 1;
                }
            }
        }
        DataType type = request.type();
        return new Examples(
                Nd4j.createFromArray(features).castTo(type),
                Nd4j.createFromArray(labels).castTo(type));
    }
}
