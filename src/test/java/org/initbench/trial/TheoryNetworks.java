package org.initbench.trial;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.Scenario;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Stacks on pictures, of the kinds of layers that theory goes through. */
public record TheoryNetworks(String kind) implements Scenario {

    static final int CHANNELS = 48;
    static final int UNITS = 100;

    /** Reads {@code kind}. */
    public TheoryNetworks(Section network, Section data) {
        this(network.choice("kind", "borders", List.of("borders", "means", "rows", "batches")));
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        ListBuilder stack = base.list();
        switch (kind) {
            case "borders" -> stack.layer(kernels(ConvolutionMode.Same, 1)
                            .activation(Activation.RELU)
                            .build())
                    .layer(kernels(ConvolutionMode.Truncate, 2)
                            .padding(1, 1)
                            .activation(Activation.TANH)
                            .build())
                    .layer(kernels(ConvolutionMode.Same, 1)
                            .activation(Activation.RELU)
                            .build())
                    .layer(dense().build());
            case "means" -> stack.layer(kernels(ConvolutionMode.Same, 1)
                            .activation(Activation.RELU)
                            .build())
                    .layer(new SubsamplingLayer.Builder(PoolingType.AVG)
                            .kernelSize(2, 2)
                            .stride(2, 2)
                            .build())
                    .layer(kernels(ConvolutionMode.Same, 1)
                            .activation(Activation.TANH)
                            .build())
                    .layer(new GlobalPoolingLayer(PoolingType.AVG))
                    .layer(dense().build());
            case "rows" -> stack.layer(dense().hasLayerNorm(true).build())
                    .layer(dense().hasLayerNorm(true).build())
                    .layer(dense().hasLayerNorm(true)
                            .activation(Activation.TANH)
                            .build())
                    .layer(dense().build());
            default -> stack.layer(kernels(ConvolutionMode.Same, 1)
                            .activation(Activation.IDENTITY)
                            .build())
                    .layer(new BatchNormalization())
                    .layer(new ActivationLayer(Activation.RELU));
        }
        return Network.of(stack.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(Pictures.SIZE, Pictures.SIZE, Pictures.CHANNELS))
                .build());
    }

    private static ConvolutionLayer.Builder kernels(ConvolutionMode mode, int stride) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(CHANNELS)
                .stride(stride, stride)
                .convolutionMode(mode);
    }

    private static DenseLayer.Builder dense() {
        return new DenseLayer.Builder().nOut(UNITS).activation(Activation.RELU);
    }

    @Override
    public TrialData data(DataRequest request) {
        return Pictures.data(request);
    }
}
