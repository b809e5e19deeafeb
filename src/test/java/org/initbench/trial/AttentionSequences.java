package org.initbench.trial;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
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

/** Whether the marked step of a sequence is positive, by self attention. */
public record AttentionSequences(int heads) implements Scenario {

    private static final int COUNT = 32;
    private static final int SIZE = 4;
    private static final int STEPS = 5;

    /** Reads {@code heads}. */
    public AttentionSequences(Section network, Section data) {
        this(network.integer("heads", 2, 1));
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return Network.of(base.list()
                .layer(new SelfAttentionLayer.Builder()
                        .nOut(8)
                        .nHeads(heads)
                        .headSize(4)
                        .projectInput(true)
                        .build())
                .layer(new GlobalPoolingLayer(PoolingType.MAX))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(SIZE, STEPS))
                .build());
    }

    @Override
    public TrialData data(DataRequest request) {
        UniformRandomProvider generator = Seeds.generator(request.studySeed(), request.repetition(), "sequences");
        INDArray sequences = Nd4j.zeros(request.type(), COUNT, SIZE, STEPS);
        INDArray labels = Nd4j.zeros(request.type(), COUNT, 2);
        for (int sequence = 0; sequence < COUNT; sequence++) {
            int marked = generator.nextInt(STEPS);
            for (int step = 0; step < STEPS; step++) {
                double value = 2 * generator.nextDouble() - 1;
                sequences.putScalar(new int[] {sequence, 0, step}, value);
                sequences.putScalar(new int[] {sequence, 1, step}, step == marked ? 1 : 0);
                if (step == marked) {
                    labels.putScalar(new int[] {sequence, value > 0 ? 1 : 0}, 1);
                }
            }
        }
        return new TrialData("sequences", new Examples(sequences, labels), Optional.empty());
    }
}
