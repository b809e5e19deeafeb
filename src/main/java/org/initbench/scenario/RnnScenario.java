package org.initbench.scenario;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.Sentiment;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.random.Seeds;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The sentiment of a sentence read word by word: an embedding, a simple recurrent layer, softmax on its last step. With
 * random labels there is nothing to learn beyond the training sentences.
 */
final class RnnScenario implements Scenario {

    private static final String LEARNABLE = "learnable";
    private static final int CLASSES = 2;

    private final int embedding;
    private final int units;
    private final Activation activation;
    private final int trainCount;
    private final int testCount;
    private final int length;
    private final int vocabulary;
    private final String labels;

    RnnScenario(Section network, Section data) {
        embedding = network.integer("embedding", 128, 1);
        units = network.integer("units", 128, 1);
        activation = Hidden.activation(network, "tanh");
        trainCount = data.integer("train", 800, 2);
        testCount = data.integer("test", 200, 2);
        length = data.integer("length", 20, 1);
        vocabulary = data.integer("vocabulary", 10_000, Sentiment.LAST_POLAR + 1);
        labels = data.choice("labels", LEARNABLE, List.of(LEARNABLE, "random"));
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return Network.of(base.list()
                .layer(new EmbeddingSequenceLayer.Builder()
                        .nIn(vocabulary)
                        .nOut(embedding)
                        .build())
                .layer(new LastTimeStep(new SimpleRnn.Builder()
                        .nIn(embedding)
                        .nOut(units)
                        .activation(activation)
                        .build()))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(units)
                        .nOut(CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    }

    @Override
    public TrialData data(DataRequest request) {
        return new TrialData(
                "sentiment-" + labels,
                draw("train", trainCount, request),
                Optional.of(draw("test", testCount, request)));
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
