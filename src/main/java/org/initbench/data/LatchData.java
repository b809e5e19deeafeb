package org.initbench.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.random.Seeds;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Long memory at its simplest: the first step is +1 or −1, by the class of the sequence, and all others are noise, normal with mean 0.
 * After Bengio, Simard &amp; Frasconi 1994, whose class is told by the first few steps.
 */
final class LatchData implements DataSource {

    private static final String NAME = "latch";

    private final int trainCount;
    private final int testCount;
    private final int length;
    private final double noise;

    LatchData(Section data) {
        trainCount = data.integer("train", 1000, 2);
        testCount = data.integer("test", 200, 2);
        length = data.integer("length", 50, 2);
        noise = data.number("noise", 0.2, Range.NON_NEGATIVE);
    }

    @Override
    public Task.Kind task() {
        return Task.Kind.SEQUENCE_CLASSES;
    }

    @Override
    public ResolvedData resolve(DataFolders folders) {
        return ResolvedData.drawn(
                NAME,
                InputType.recurrent(1, length),
                new Task(task(), List.of("minus", "plus")),
                trainCount,
                testCount,
                this::draw);
    }

    /** Features (count, 1, length), labels (count, 1). */
    private Examples draw(String split, int count, DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), split);
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
        double[][][] features = new double[count][1][length];
        double[][] labels = new double[count][1];
        for (int i = 0; i < count; i++) {
            labels[i][0] = generator.nextInt(2);
            features[i][0][0] = labels[i][0] == 1 ? 1 : -1;
            for (int step = 1; step < length; step++) {
                features[i][0][step] = noise * gaussian.sample();
            }
        }
        DataType type = request.type();
        return new Examples(
                Nd4j.createFromArray(features).castTo(type),
                Nd4j.createFromArray(labels).castTo(type));
    }
}
