package org.initbench.trial;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.initbench.config.Section;
import org.initbench.data.DataRequest;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.scenario.Scenario;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Depthwise and separable convolutions. */
public record SeparablePictures(int channels) implements Scenario {

    /** Reads {@code channels}. */
    public SeparablePictures(Section network, Section data) {
        this(network.integer("channels", 6, 1));
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        return Network.of(base.list()
                .layer(new DepthwiseConvolution2D.Builder(3, 3)
                        .depthMultiplier(3)
                        .activation(Activation.RELU)
                        .build())
                .layer(new SeparableConvolution2D.Builder(3, 3)
                        .nOut(channels)
                        .activation(Activation.RELU)
                        .build())
                .layer(new GlobalPoolingLayer(PoolingType.AVG))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(Pictures.SIZE, Pictures.SIZE, Pictures.CHANNELS))
                .build());
    }

    @Override
    public TrialData data(DataRequest request) {
        return Pictures.data(request);
    }
}
