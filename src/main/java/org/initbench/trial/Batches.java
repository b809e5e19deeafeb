package org.initbench.trial;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.ArraySampler;
import org.initbench.config.Training;
import org.initbench.data.Examples;
import org.initbench.random.Seeds;

/** Which examples each iteration trains on: the same for every initializer of a repetition. */
final class Batches {

    private final Examples examples;
    private final Training training;
    private final long studySeed;
    private final int repetition;
    private final int size;
    private final Map<Integer, Examples> bySize = new HashMap<>();
    private int shuffledEpoch = -1;
    private int[] order = {};

    Batches(Examples examples, Training training, long studySeed, int repetition) {
        this.examples = examples;
        this.training = training;
        this.studySeed = studySeed;
        this.repetition = repetition;
        this.size = training.batchSize() == 0 ? examples.count() : Math.min(training.batchSize(), examples.count());
    }

    /** Iterations in a pass over the training data. */
    int perEpoch() {
        return training.dropLast() ? examples.count() / size : (examples.count() + size - 1) / size;
    }

    /** The minibatch of an iteration, until the next one is asked for; a full batch is always the same object. */
    Examples at(int iteration) {
        if (size == examples.count()) {
            return examples;
        }
        int epoch = iteration / perEpoch();
        if (epoch != shuffledEpoch) {
            order = order(epoch);
            shuffledEpoch = epoch;
        }
        int from = iteration % perEpoch() * size;
        int[] positions = Arrays.copyOfRange(order, from, Math.min(from + size, order.length));
        Examples batch = bySize.get(positions.length);
        if (batch == null) {
            batch = examples.pick(positions);
            bySize.put(positions.length, batch);
        } else {
            examples.pick(positions, batch);
        }
        return batch;
    }

    private int[] order(int epoch) {
        int[] positions = IntStream.range(0, examples.count()).toArray();
        if (training.shuffle()) {
            ArraySampler.shuffle(Seeds.generator(studySeed, repetition, "order", epoch), positions);
        }
        return positions;
    }
}
