package org.initbench.scenario;

import java.util.OptionalInt;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.SourceData.Form;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A sequence read step by step by a recurrent layer, simple or an LSTM, after an embedding where steps are words: the sentiment of
 * sentences by default, or a sign to be remembered. What is learned of a whole sequence is read off the last step, what is learned of each step off each.
 */
final class RnnScenario implements SourcedScenario {

    private static final int STEPS_RANK = 3;

    private final boolean hasGates;
    private final int embedding;
    private final int units;
    private final Activation activation;
    private final SourceData source;
    private final Outputs outputs;

    private RnnScenario(boolean hasGates, int units, String source, Section network, Section data) {
        this.hasGates = hasGates;
        this.embedding = network.integer("embedding", units, 1);
        this.units = network.integer("units", units, 1);
        this.activation = Hidden.activation(network, "tanh");
        this.source = SourceData.readOrOwn(data, source, Form.SEQUENCES);
        this.outputs = Outputs.read(network, this.source.task());
    }

    /** With a simple recurrent layer. */
    static RnnScenario ofSimple(Section network, Section data) {
        return new RnnScenario(false, 128, "sentiment", network, data);
    }

    /** With an LSTM, on a task of long memory. */
    static RnnScenario ofLstm(Section network, Section data) {
        return new RnnScenario(true, 32, "latch", network, data);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        ListBuilder layers = base.list();
        OptionalInt words = source.source().vocabulary();
        words.ifPresent(count -> layers.layer(
                new EmbeddingSequenceLayer.Builder().nIn(count).nOut(embedding).build()));
        FeedForwardLayer recurrent = recurrent(
                words.isPresent() ? embedding : data.train().features().size(1));
        INDArray labels = data.train().labels();
        if (labels.rank() == STEPS_RANK) {
            layers.layer(recurrent).layer(Outputs.ofSteps(units, labels.size(1)));
        } else {
            layers.layer(new LastTimeStep(recurrent))
                    .layer(outputs.of(labels.size(1)).nIn(units).build());
        }
        return Network.of(layers.build());
    }

    private FeedForwardLayer recurrent(long inputs) {
        return hasGates
                ? new LSTM.Builder()
                        .nIn(inputs)
                        .nOut(units)
                        .activation(activation)
                        .build()
                : new SimpleRnn.Builder()
                        .nIn(inputs)
                        .nOut(units)
                        .activation(activation)
                        .build();
    }

    @Override
    public SourceData source() {
        return source;
    }
}
