package org.initbench.trial;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.random.Seeds;
import org.initbench.scenario.Scenario;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The next character of words that go round an alphabet of six, forwards or backwards, by two layers of LSTM. */
public record CharacterLstm(int steps) implements Scenario {

    private static final int LETTERS = 6;

    /** Reads {@code steps}. */
    public CharacterLstm(Section network, Section data) {
        this(data.integer("steps", 8, 2));
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return Network.of(base.list()
                .layer(new LSTM.Builder().nOut(12).build())
                .layer(new LSTM.Builder().nOut(12).build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(LETTERS)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(LETTERS, steps))
                .build());
    }

    @Override
    public TrialData data(DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), "words");
        int words = 32;
        INDArray read = Nd4j.zeros(request.type(), words, LETTERS, steps);
        INDArray next = Nd4j.zeros(request.type(), words, LETTERS, steps);
        for (int word = 0; word < words; word++) {
            int letter = generator.nextInt(LETTERS);
            int direction = generator.nextBoolean() ? 1 : LETTERS - 1;
            for (int step = 0; step < steps; step++) {
                read.putScalar(new int[] {word, letter, step}, 1);
                letter = (letter + direction) % LETTERS;
                next.putScalar(new int[] {word, letter, step}, 1);
            }
        }
        return new TrialData("words", new Examples(read, next), Optional.empty());
    }
}
