package org.initbench.init;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Small networks whose sizes are all different, so that a mixed-up axis shows. */
final class Networks {

    private Networks() {}

    static MultiLayerConfiguration of(DataType type, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .dataType(type)
                .activation(Activation.TANH)
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        return list.build();
    }

    static DenseLayer dense(int inputs, int units) {
        return new DenseLayer.Builder().nIn(inputs).nOut(units).build();
    }

    static OutputLayer output(int inputs, int units) {
        return new OutputLayer.Builder().nIn(inputs).nOut(units).build();
    }

    static ConvolutionLayer convolution() {
        return new ConvolutionLayer.Builder(2, 3).nIn(4).nOut(5).stride(2, 2).build();
    }

    static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build();
    }

    static LastTimeStep recurrent(int inputs, int units) {
        return new LastTimeStep(new SimpleRnn.Builder().nIn(inputs).nOut(units).build());
    }

    static EmbeddingLayer embedding() {
        return new EmbeddingLayer.Builder().nIn(6).nOut(4).build();
    }

    static EmbeddingSequenceLayer embeddingSequence() {
        return new EmbeddingSequenceLayer.Builder().nIn(6).nOut(4).build();
    }

    static MultiLayerNetwork initialized(MultiLayerConfiguration configuration, String spec, Seeding seeding) {
        return Initialization.initialize(configuration, Catalog.parse(spec), seeding, Nd4j.empty(DataType.DOUBLE));
    }
}
