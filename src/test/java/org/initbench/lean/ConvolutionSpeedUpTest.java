package org.initbench.lean;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.backend.OneDnn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What convolutions and maxima are spared must not change a digit of training, whatever the windows and the activation. */
class ConvolutionSpeedUpTest {

    private static final int STEPS = 10;
    private static final int EXAMPLES = 16;

    private record Case(
            DataType type,
            Activation activation,
            boolean hasBias,
            int size,
            PoolingType pooling,
            int window,
            int stride) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(DataType.FLOAT, Activation.RELU, true, 8, PoolingType.MAX, 2, 2),
                new Case(DataType.FLOAT, Activation.TANH, true, 8, PoolingType.MAX, 2, 2),
                new Case(DataType.FLOAT, Activation.LEAKYRELU, false, 8, PoolingType.MAX, 2, 2),
                new Case(DataType.FLOAT, Activation.RELU, true, 18, PoolingType.MAX, 3, 3),
                new Case(DataType.FLOAT, Activation.RELU, true, 9, PoolingType.MAX, 2, 2),
                new Case(DataType.FLOAT, Activation.RELU, true, 8, PoolingType.MAX, 3, 1),
                new Case(DataType.FLOAT, Activation.SIGMOID, true, 8, PoolingType.AVG, 2, 2),
                new Case(DataType.DOUBLE, Activation.RELU, true, 8, PoolingType.MAX, 2, 2));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainingStaysTheSameToTheLastBit(Case wanted) {
        MultiLayerNetwork plain = initialized(wanted);
        MultiLayerNetwork spedUp = initialized(wanted);
        Nd4j.getRandom().setSeed(3);
        INDArray features = Nd4j.rand(wanted.type(), EXAMPLES, 2, wanted.size(), wanted.size());
        INDArray labels = Nd4j.zeros(wanted.type(), EXAMPLES, 3);
        for (int i = 0; i < EXAMPLES; i++) {
            labels.putScalar(i, i % 3, 1);
        }
        SideBySide.assertTrainAlike(plain, spedUp, layers(wanted), features, labels, STEPS);
    }

    /** Those of floats alone are lean, and only beside oneDNN; maxima of windows that neither overlap nor leave gaps. */
    private static List<String> layers(Case wanted) {
        boolean isServed = OneDnn.isAvailable() && wanted.type() == DataType.FLOAT;
        boolean isMaximum = wanted.pooling() == PoolingType.MAX && wanted.window() == wanted.stride();
        String convolution = isServed ? "LeanConvolution" : "ConvolutionLayer";
        String pooling = isServed && isMaximum ? "LeanMaximum" : "SubsamplingLayer";
        return List.of(convolution, pooling, convolution, pooling, "LeanOutput");
    }

    private static MultiLayerNetwork initialized(Case wanted) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(wanted.type())
                .weightInit(WeightInit.XAVIER)
                .activation(wanted.activation())
                .updater(new Sgd(0.1))
                .list()
                .layer(convolution(4, wanted.hasBias()))
                .layer(pooling(wanted))
                .layer(convolution(5, wanted.hasBias()))
                .layer(pooling(wanted))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(wanted.size(), wanted.size(), 2))
                .build());
        network.init();
        return network;
    }

    private static ConvolutionLayer convolution(int channels, boolean hasBias) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(channels)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(hasBias)
                .build();
    }

    private static SubsamplingLayer pooling(Case wanted) {
        return new SubsamplingLayer.Builder(wanted.pooling())
                .kernelSize(wanted.window(), wanted.window())
                .stride(wanted.stride(), wanted.stride())
                .build();
    }
}
