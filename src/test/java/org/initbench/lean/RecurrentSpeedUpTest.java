package org.initbench.lean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.layers.recurrent.LastTimeStepLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What recurrent training is spared must not change a digit of it, in any size, type or layout, nor what comes after it. */
class RecurrentSpeedUpTest {

    private static final int STEPS = 20;
    private static final int WORDS = 50;
    private static final int CLASSES = 2;

    private record Case(
            DataType type, Activation activation, IUpdater updater, int examples, int inputs, int units, int length) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(DataType.DOUBLE, Activation.TANH, new Sgd(0.1), 7, 3, 5, 6),
                new Case(DataType.FLOAT, Activation.TANH, new Adam(0.01), 32, 128, 128, 20),
                new Case(DataType.FLOAT, Activation.RELU, new Adam(0.001), 100, 2, 100, 40),
                new Case(DataType.DOUBLE, Activation.RELU, new Adam(0.001), 9, 17, 33, 4),
                new Case(DataType.FLOAT, Activation.SIGMOID, new Sgd(0.1), 1, 3, 4, 5),
                new Case(DataType.DOUBLE, Activation.LEAKYRELU, new Sgd(0.1), 8, 1, 1, 5),
                new Case(DataType.DOUBLE, Activation.ELU, new Sgd(0.1), 8, 2, 6, 1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainingOnNumbersStaysTheSameToTheLastBit(Case wanted) {
        INDArray features = Nd4j.linspace(-1, 1, (long) wanted.examples * wanted.inputs * wanted.length, wanted.type())
                .reshape('c', wanted.examples, wanted.inputs, wanted.length);
        List<String> layers = List.of("LeanLastTimeStep", "LeanOutput");
        compare(wanted, layers, features, onNumbers(wanted), onNumbers(wanted));
        compare(wanted, layers, features.dup('f'), onNumbers(wanted), onNumbers(wanted));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void trainingOnWordsStaysTheSameToTheLastBit(Case wanted) {
        List<String> layers = List.of("EmbeddingSequenceLayer", "LeanLastTimeStep", "LeanOutput");
        compare(wanted, layers, words(wanted), onWords(wanted), onWords(wanted));
    }

    /** Words that stand in one sentence twice, in all, or, from 40 on, in none. */
    private static INDArray words(Case wanted) {
        INDArray words = Nd4j.create(wanted.type(), wanted.examples, wanted.length);
        for (int i = 0; i < wanted.examples; i++) {
            for (int step = 0; step < wanted.length; step++) {
                words.putScalar(i, step, (i * step + step / 2) % 40);
            }
        }
        return words;
    }

    private static void compare(
            Case wanted, List<String> layers, INDArray features, MultiLayerNetwork plain, MultiLayerNetwork spedUp) {
        SideBySide.assertTrainAlike(plain, spedUp, layers, features, labels(wanted, wanted.examples), STEPS);
        assertSame(spedUp.gradient().gradient(), plain.gradient().gradient());
    }

    /** To the last bit: ND4J's own comparison allows for rounding. */
    private static void assertSame(INDArray one, INDArray other) {
        assertThat(Arrays.equals(one.toDoubleVector(), other.toDoubleVector())).isTrue();
    }

    private static INDArray labels(Case wanted, int examples) {
        INDArray labels = Nd4j.zeros(wanted.type(), examples, CLASSES);
        for (int i = 0; i < examples; i++) {
            labels.putScalar(i, i % CLASSES, 1);
        }
        return labels;
    }

    @Test
    void aSmallerMinibatchAndAMaskInBetweenStayTheSameToTheLastBit() {
        Case wanted = new Case(DataType.DOUBLE, Activation.TANH, new Sgd(0.1), 6, 3, 5, 4);
        MultiLayerNetwork plain = onNumbers(wanted);
        MultiLayerNetwork spedUp = onNumbers(wanted);
        Network.of(spedUp).speedUp();
        INDArray features = Nd4j.linspace(-1, 1, 6 * 3 * 4, DataType.DOUBLE).reshape('c', 6, 3, 4);
        INDArray half = features.get(NDArrayIndex.interval(0, 3)).dup();
        INDArray mask = Nd4j.ones(DataType.DOUBLE, 6, 4);
        mask.putScalar(2, 3, 0);
        for (MultiLayerNetwork network : new MultiLayerNetwork[] {plain, spedUp}) {
            for (int round = 0; round < 3; round++) {
                network.fit(features, labels(wanted, 6));
                network.fit(half, labels(wanted, 3));
                network.fit(features, labels(wanted, 6), mask, null);
                network.feedForward(half, true);
            }
        }
        assertSame(spedUp.params(), plain.params());
    }

    @Test
    void layersThatDoMoreStayDl4js() {
        SimpleRnn.Builder normalized = new SimpleRnn.Builder().nIn(3).nOut(4).hasLayerNorm(true);
        SimpleRnn.Builder dropped = new SimpleRnn.Builder().nIn(3).nOut(4).dropOut(0.5);
        for (SimpleRnn.Builder more : new SimpleRnn.Builder[] {normalized, dropped}) {
            MultiLayerNetwork network = initialized(base(DataType.DOUBLE, new Sgd(0.1))
                    .layer(new LastTimeStep(more.activation(Activation.TANH).build()))
                    .layer(output(4)));
            Network.of(network).speedUp();
            assertThat(network.getLayer(0)).isExactlyInstanceOf(LastTimeStepLayer.class);
        }
        MultiLayerNetwork plain = onNumbers(new Case(DataType.DOUBLE, Activation.TANH, new Sgd(0.1), 1, 3, 4, 2));
        Network.of(plain).speedUp();
        assertThat(plain.getLayer(0)).isInstanceOf(LeanLastTimeStep.class);
    }

    private static MultiLayerNetwork onNumbers(Case wanted) {
        return initialized(
                base(wanted.type(), wanted.updater()).layer(rnn(wanted)).layer(output(wanted.units())));
    }

    private static MultiLayerNetwork onWords(Case wanted) {
        return initialized(base(wanted.type(), wanted.updater())
                .layer(new EmbeddingSequenceLayer.Builder()
                        .nIn(WORDS)
                        .nOut(wanted.inputs())
                        .build())
                .layer(rnn(wanted))
                .layer(output(wanted.units())));
    }

    private static ListBuilder base(DataType type, IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(type)
                .weightInit(WeightInit.XAVIER)
                .updater(updater)
                .list();
    }

    private static LastTimeStep rnn(Case wanted) {
        return new LastTimeStep(new SimpleRnn.Builder()
                .nIn(wanted.inputs())
                .nOut(wanted.units())
                .activation(wanted.activation())
                .build());
    }

    private static OutputLayer output(int inputs) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(inputs)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static MultiLayerNetwork initialized(ListBuilder layers) {
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        return network;
    }
}
