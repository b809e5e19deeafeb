package org.initbench.probe;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.data.Examples;
import org.initbench.network.SigmoidCrossEntropy;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks of each kind of layer, with examples to train them on. */
enum Networks {
    DENSE,
    CONVOLUTION,
    RECURRENT;

    private static final int EXAMPLES = 7;
    private static final double LEARNING_RATE = 0.3;

    MultiLayerNetwork create(DataType type) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(type)
                .weightInit(WeightInit.XAVIER)
                .biasInit(0.1)
                .updater(new Sgd(LEARNING_RATE))
                .list();
        MultiLayerNetwork network = new MultiLayerNetwork(
                switch (this) {
                    case DENSE -> dense(layers);
                    case CONVOLUTION -> convolution(layers);
                    case RECURRENT -> recurrent(layers);
                });
        network.init();
        return network;
    }

    Examples examples(DataType type) {
        long[] shape =
                switch (this) {
                    case DENSE -> new long[] {EXAMPLES, 3};
                    case CONVOLUTION -> new long[] {EXAMPLES, 2, 6, 6};
                    case RECURRENT -> new long[] {EXAMPLES, 3, 4};
                };
        int[] classes = {0, 1, 1, 0, 1, 0, 0};
        double[][] labels = new double[EXAMPLES][this == DENSE ? 1 : 2];
        for (int i = 0; i < EXAMPLES; i++) {
            labels[i][this == DENSE ? 0 : classes[i]] = this == DENSE ? classes[i] : 1;
        }
        Nd4j.getRandom().setSeed(11);
        return new Examples(
                Nd4j.randn(type, shape), Nd4j.createFromArray(labels).castTo(type));
    }

    private static MultiLayerConfiguration dense(NeuralNetConfiguration.ListBuilder layers) {
        return layers.layer(hidden(3, 5, Activation.TANH))
                .layer(hidden(5, 4, Activation.SIGMOID))
                .layer(new OutputLayer.Builder(new SigmoidCrossEntropy())
                        .nIn(4)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
    }

    private static DenseLayer hidden(int inputs, int units, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(activation)
                .build();
    }

    private static MultiLayerConfiguration convolution(NeuralNetConfiguration.ListBuilder layers) {
        return layers.layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build())
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(softmax())
                .setInputType(InputType.convolutional(6, 6, 2))
                .build();
    }

    private static MultiLayerConfiguration recurrent(NeuralNetConfiguration.ListBuilder layers) {
        return layers.layer(new LastTimeStep(new SimpleRnn.Builder()
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build()))
                .layer(softmax())
                .setInputType(InputType.recurrent(3))
                .build();
    }

    private static OutputLayer softmax() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
