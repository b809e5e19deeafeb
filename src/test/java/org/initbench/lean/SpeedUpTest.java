package org.initbench.lean;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What training is spared must not change a digit of it: not for activations whose derivative needs z, nor with L2 or Adam. */
class SpeedUpTest {

    private static final int STEPS = 20;

    private record Case(
            DataType type, Activation activation, IUpdater updater, double l2, double dropOut, int outputs) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(DataType.DOUBLE, Activation.RELU, new Sgd(0.1), 0, 0, 3),
                new Case(DataType.FLOAT, Activation.RELU, new Adam(0.01), 0, 0, 3),
                new Case(DataType.DOUBLE, Activation.TANH, new Sgd(0.1), 0.01, 0, 3),
                new Case(DataType.FLOAT, Activation.SIGMOID, new Adam(0.01), 0.01, 0, 3),
                new Case(DataType.DOUBLE, Activation.LEAKYRELU, new Sgd(0.1), 0, 0, 3),
                new Case(DataType.FLOAT, Activation.RELU6, new Sgd(0.1), 0, 0, 3),
                new Case(DataType.DOUBLE, Activation.THRESHOLDEDRELU, new Sgd(0.1), 0, 0, 3),
                new Case(DataType.DOUBLE, Activation.RELU, new Sgd(0.1), 0, 0, 1),
                new Case(DataType.FLOAT, Activation.TANH, new Sgd(0.1), 0, 0, 1),
                new Case(DataType.DOUBLE, Activation.RELU, new Sgd(0.1), 0, 0.5, 3));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainingStaysTheSameToTheLastBit(Case wanted) {
        MultiLayerNetwork plain = initialized(wanted);
        MultiLayerNetwork spedUp = initialized(wanted);
        INDArray features = Nd4j.linspace(-1, 1, 32 * 6, wanted.type()).reshape('c', 32, 6);
        INDArray labels = Nd4j.zeros(wanted.type(), 32, wanted.outputs());
        for (int i = 0; i < 32; i++) {
            labels.putScalar(i, i % wanted.outputs(), i % 3 == 0 ? 0 : 1);
        }
        List<String> layers = List.of("LeanDense", wanted.dropOut() > 0 ? "DenseLayer" : "LeanDense", "LeanOutput");
        SideBySide.assertTrainAlike(plain, spedUp, layers, features, labels, STEPS);
    }

    private static MultiLayerNetwork initialized(Case wanted) {
        NeuralNetConfiguration.Builder base = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(wanted.type())
                .weightInit(WeightInit.XAVIER)
                .activation(wanted.activation())
                .updater(wanted.updater())
                .l2(wanted.l2());
        DenseLayer.Builder second = new DenseLayer.Builder().nIn(8).nOut(5);
        if (wanted.dropOut() > 0) {
            second.dropOut(wanted.dropOut());
        }
        MultiLayerConfiguration configuration = base.list()
                .layer(new DenseLayer.Builder().nIn(6).nOut(8).build())
                .layer(second.build())
                .layer(new OutputLayer.Builder(wanted.outputs() == 1 ? LossFunction.XENT : LossFunction.MCXENT)
                        .nIn(5)
                        .nOut(wanted.outputs())
                        .activation(wanted.outputs() == 1 ? Activation.SIGMOID : Activation.SOFTMAX)
                        .build())
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }
}
