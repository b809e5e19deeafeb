package org.initbench.data;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Range;
import org.initbench.config.Section;
import org.initbench.random.RandomState;

/** {@link Moons} by the {@code data} section of a study; each repetition adds 1 to the seeds. */
final class MoonsData implements DataSource {

    private static final String NAME = "make_moons";

    private final int trainCount;
    private final int testCount;
    private final double noise;
    private final long trainSeed;
    private final long testSeed;

    MoonsData(Section data) {
        trainCount = data.integer("train", 300, 2);
        testCount = data.integer("test", 100, 2);
        noise = data.number("noise", 0.05, Range.NON_NEGATIVE);
        trainSeed = data.integer("trainSeed", 1L, 0, RandomState.MAX_SEED);
        testSeed = data.integer("testSeed", 2L, 0, RandomState.MAX_SEED);
    }

    @Override
    public ResolvedData resolve(DataFolders folders) {
        return new ResolvedData(
                NAME, InputType.feedForward(2), Task.classes(2), DataOrigin.NOTHING, List.of(), this::open);
    }

    private TrialData open(DataRequest request) {
        return new TrialData(
                NAME, draw(trainCount, trainSeed, request), Optional.of(draw(testCount, testSeed, request)));
    }

    private Examples draw(int count, long seed, DataRequest request) {
        Moons moons = Moons.make(count, noise, RandomState.nextSeed(seed, request.repetition()));
        return Examples.binary(moons.points(), moons.labels(), request.type());
    }
}
