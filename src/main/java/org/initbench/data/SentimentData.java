package org.initbench.data;

import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.rng.UniformRandomProvider;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.Section;
import org.initbench.random.Seeds;

/** Sentences of {@link Sentiment}, of which the label may be random, so that there is nothing to learn beyond the training ones. */
final class SentimentData implements DataSource {

    private static final String LEARNABLE = "learnable";
    private static final int CLASSES = 2;

    private final int trainCount;
    private final int testCount;
    private final int length;
    private final int vocabulary;
    private final String labels;

    SentimentData(Section data) {
        trainCount = data.integer("train", 800, 2);
        testCount = data.integer("test", 200, 2);
        length = data.integer("length", 20, 1);
        vocabulary = data.integer("vocabulary", 10_000, Sentiment.LAST_POLAR + 1);
        labels = data.choice("labels", LEARNABLE, List.of(LEARNABLE, "random"));
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
        String name = "sentiment-" + labels;
        return ResolvedData.drawn(
                name,
                InputType.recurrent(vocabulary, length),
                new Task(task(), List.of("bad", "good")),
                trainCount,
                testCount,
                this::draw);
    }

    /** Features (sentences, length), labels (sentences, 2). */
    private Examples draw(String split, int count, DataRequest request) {
        Sentiment sentences = Sentiment.draw(count, length, vocabulary, generator(request, split + " sentences"));
        UniformRandomProvider coin = generator(request, split + " labels");
        double[][] features = new double[count][length];
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            for (int step = 0; step < length; step++) {
                features[i][step] = sentences.words()[i][step];
            }
            classes[i] = labels.equals(LEARNABLE) ? sentences.labels()[i] : coin.nextInt(CLASSES);
        }
        return Examples.oneHot(features, classes, CLASSES, request.type());
    }

    private static UniformRandomProvider generator(DataRequest request, String draw) {
        return Seeds.generator(request.studySeed(), request.repetition(), draw);
    }
}
