package org.initbench.networkfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Writes the file of a dense network of two million weights, for {@code scripts/bench-check.sh}. */
public final class TwoMillionWeights {

    private static final int[] HIDDEN = {1024, 1024, 140};

    private TwoMillionWeights() {}

    public static void main(String[] args) throws IOException {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .updater(new Adam(0.001))
                .activation(Activation.RELU)
                .list();
        for (int units : HIDDEN) {
            layers.layer(new DenseLayer.Builder().nOut(units).build());
        }
        String configuration = layers.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(10)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.feedForward(784))
                .build()
                .toJson();
        Files.writeString(Path.of(args[0]), configuration);
    }
}
