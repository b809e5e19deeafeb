package org.initbench.scenario;

import java.util.OptionalInt;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.SourceData.Form;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A sequence read step by step by a simple recurrent layer, after an embedding where steps are words: the sentiment of sentences by
 * default. What is learned of a whole sequence is read off the last step, what is learned of each step off each.
 */
final class RnnScenario implements SourcedScenario {

    private static final int STEPS_RANK = 3;

    private final int embedding;
    private final int units;
    private final Activation activation;
    private final SourceData source;
    private final Outputs outputs;

    RnnScenario(Section network, Section data) {
        embedding = network.integer("embedding", 128, 1);
        units = network.integer("units", 128, 1);
        activation = Hidden.activation(network, "tanh");
        source = SourceData.readOrOwn(data, "sentiment", Form.SEQUENCES);
        outputs = Outputs.read(network, source.task());
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        ListBuilder layers = base.list();
        OptionalInt words = source.source().vocabulary();
        words.ifPresent(count -> layers.layer(
                new EmbeddingSequenceLayer.Builder().nIn(count).nOut(embedding).build()));
        SimpleRnn recurrent = new SimpleRnn.Builder()
                .nIn(words.isPresent() ? embedding : data.train().features().size(1))
                .nOut(units)
                .activation(activation)
                .build();
        INDArray labels = data.train().labels();
        if (labels.rank() == STEPS_RANK) {
            layers.layer(recurrent).layer(Outputs.ofSteps(units, labels.size(1)));
        } else {
            layers.layer(new LastTimeStep(recurrent))
                    .layer(outputs.of(labels.size(1)).nIn(units).build());
        }
        return Network.of(layers.build());
    }

    @Override
    public SourceData source() {
        return source;
    }
}
