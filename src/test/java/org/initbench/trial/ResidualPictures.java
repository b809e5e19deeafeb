package org.initbench.trial;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.Scenario;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Convolutions with batch normalization and skip connections. */
public record ResidualPictures(int blocks) implements Scenario {

    /** Reads {@code blocks}. */
    public ResidualPictures(Section network, Section data) {
        this(network.integer("blocks", 2, 1));
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        GraphBuilder graph = base.graphBuilder().addInputs("pictures").addLayer("stem", convolution(), "pictures");
        String below = "stem";
        for (int i = 0; i < blocks; i++) {
            graph.addLayer("conv" + i + "a", convolution(), below)
                    .addLayer("norm" + i + "a", new BatchNormalization(), "conv" + i + "a")
                    .addLayer("relu" + i + "a", new ActivationLayer(Activation.RELU), "norm" + i + "a")
                    .addLayer("conv" + i + "b", convolution(), "relu" + i + "a")
                    .addLayer("norm" + i + "b", new BatchNormalization(), "conv" + i + "b")
                    .addVertex("sum" + i, new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm" + i + "b", below)
                    .addLayer("relu" + i, new ActivationLayer(Activation.RELU), "sum" + i);
            below = "relu" + i;
        }
        return Network.of(graph.addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), below)
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "pool")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(Pictures.SIZE, Pictures.SIZE, Pictures.CHANNELS))
                .build());
    }

    private static ConvolutionLayer convolution() {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(6)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.IDENTITY)
                .build();
    }

    @Override
    public TrialData data(DataRequest request) {
        return Pictures.data(request);
    }
}
