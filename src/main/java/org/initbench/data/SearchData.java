package org.initbench.data;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Section;
import org.initbench.random.Seeds;

/**
 * Words, and the question whether the first one comes again. Word w is drawn with probability proportional to 1/(w + 1), Zipf's law, so that the first
 * one alone tells something; who is to be right more often has to compare steps with each other.
 */
final class SearchData implements DataSource {

    private static final int CLASSES = 2;

    private final int trainCount;
    private final int testCount;
    private final int length;
    private final int vocabulary;

    SearchData(Section data) {
        trainCount = data.integer("train", 3200, 2);
        testCount = data.integer("test", 500, 2);
        length = data.integer("length", 6, 2);
        vocabulary = data.integer("vocabulary", 6, 2);
    }

    @Override
    public Task.Kind task() {
        return Task.Kind.SEQUENCE_CLASSES;
    }

    @Override
    public OptionalInt vocabulary() {
        return OptionalInt.of(vocabulary);
    }

    @Override
    public ResolvedData resolve(DataFolders folders) {
        return ResolvedData.drawn(
                "search",
                InputType.recurrent(vocabulary, length),
                new Task(task(), List.of("absent", "present")),
                trainCount,
                testCount,
                this::draw);
    }

    /** Features (count, length), labels (count, 2). */
    private Examples draw(String split, int count, DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), split);
        double[][] words = new double[count][length];
        int[] classes = new int[count];
        SharedStateDiscreteSampler zipf = GuideTableDiscreteSampler.of(
                generator,
                IntStream.range(0, vocabulary).mapToDouble(w -> 1.0 / (w + 1)).toArray());
        for (int i = 0; i < count; i++) {
            for (int step = 0; step < length; step++) {
                words[i][step] = zipf.sample();
                classes[i] = step > 0 && words[i][step] == words[i][0] ? 1 : classes[i];
            }
        }
        return Examples.oneHot(words, classes, CLASSES, request.type());
    }
}
