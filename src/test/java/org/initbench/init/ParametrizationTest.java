package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.api.Initializers;
import org.initbench.network.HeavyBall;
import org.initbench.network.Network;
import org.initbench.network.Role;
import org.initbench.network.TriangularRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.FixedSchedule;

/** Prevents rates by width from being those of another layer, or from staying in the configuration without reaching the updates. */
class ParametrizationTest {

    private static final double RATE = 0.01;
    private static final int BASE = 16;
    private static final int WIDTH = 64;
    private static final double WIDER = 4;

    static List<IUpdater> likeSgd() {
        return List.of(
                new Sgd(new FixedSchedule(RATE)),
                new Nesterovs(RATE, 0.9),
                new HeavyBall(0.9, new FixedSchedule(RATE)));
    }

    static List<IUpdater> likeAdam() {
        return List.of(new Adam(RATE), new RmsProp(RATE));
    }

    @ParameterizedTest
    @MethodSource("likeSgd")
    void gradientDescentHasTheRatesOfTheTable(IUpdater updater) {
        MultiLayerNetwork network = initialized(updater);
        assertRates(network, "W", WIDER, 1, 1 / WIDER);
        assertRates(network, "b", WIDER, WIDER, 1);
    }

    @ParameterizedTest
    @MethodSource("likeAdam")
    void adamHasTheRatesOfTheTable(IUpdater updater) {
        MultiLayerNetwork network = initialized(updater);
        assertRates(network, "W", 1, 1 / WIDER, 1 / WIDER);
        assertRates(network, "b", 1, 1, 1);
    }

    @Test
    void aScheduleIsFollowedAtTheRateOfTheLayer() {
        TriangularRate schedule = new TriangularRate(0.1, 0.3, 10);
        MultiLayerNetwork network = initialized(new Sgd(schedule));
        for (int iteration : new int[] {0, 3, 10, 14}) {
            assertThat(rate(network, 2, "W", iteration))
                    .isCloseTo(schedule.valueAt(iteration, 0) / WIDER, within(1e-15));
        }
    }

    /** One step from the same weights: of plain descent the update is the gradient times the rate. */
    @Test
    void theUpdatesFollow() {
        MultiLayerNetwork network = initialized(new Sgd(RATE));
        INDArray features = Nd4j.linspace(DataType.DOUBLE, -1, 0.01, 5 * 6).reshape(5, 6);
        INDArray labels = Nd4j.eye(2).castTo(DataType.DOUBLE).get(NDArrayIndex.indices(0, 1, 0, 1, 1));
        network.setInput(features);
        network.setLabels(labels);
        network.computeGradientAndScore();
        INDArray first = network.gradient().getGradientFor("0_W").dup();
        INDArray last = network.gradient().getGradientFor("2_W").dup();
        INDArray firstBefore = network.getParam("0_W").dup();
        INDArray lastBefore = network.getParam("2_W").dup();
        Network.of(network).speedUp();
        network.fit(features, labels);
        assertThat(firstBefore.sub(network.getParam("0_W")).distance2(first.mul(RATE * WIDER / 5)))
                .isLessThan(1e-12);
        assertThat(lastBefore.sub(network.getParam("2_W")).distance2(last.mul(RATE / WIDER / 5)))
                .isLessThan(1e-12);
    }

    @Test
    void theLastLayerShrinksFasterThanItsFanInGrows() {
        Slot last = new Slot(2, 3, "W", Role.INPUT, List.of(64L, 10L), Activation.SOFTMAX.getActivationFunction());
        assertThat(new Mup(16, 2).weightVariance(last)).isCloseTo(2.0 / 64 / 4, within(1e-15));
        assertThat(new Mup(64, 2).weightVariance(last))
                .as("at the base it is He's")
                .isEqualTo(2.0 / 64);
    }

    @Test
    void whatCannotBeParametrizedIsRefused() {
        assertThatThrownBy(() -> initialized(new AdaDelta()))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessage("learning rates by width are known for SGD and Adam, and their kin, and not for AdaDelta");
        assertThat(problem(new ConvolutionLayer.Builder(3, 3).nIn(1).nOut(4).build()))
                .isEqualTo("mup is for dense, recurrent and attention layers, and layer 0 has kernels");
        assertThat(problem(new SimpleRnn.Builder().nIn(4).nOut(64).build()))
                .startsWith("mup(base=16) needs several learning rates in layer 0");
        assertThatThrownBy(() -> Initializers.of("mup(16)").apply(initialized(new Sgd(RATE))))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessageStartingWith("mup(base=16) sets learning rates too");
    }

    private static String problem(Layer layer) {
        return Initialization.problem(
                        Network.of(new NeuralNetConfiguration.Builder()
                                .updater(new Adam(RATE))
                                .list(layer)
                                .build()),
                        Placement.everywhere(Catalog.parse("mup(16)")))
                .orElseThrow();
    }

    private static void assertRates(MultiLayerNetwork network, String parameter, double... factors) {
        for (int layer = 0; layer < factors.length; layer++) {
            assertThat(rate(network, layer, parameter, 7))
                    .as(layer + "_" + parameter)
                    .isCloseTo(RATE * factors[layer], within(1e-15));
        }
    }

    private static double rate(MultiLayerNetwork network, int layer, String parameter, int iteration) {
        return network.getLayer(layer)
                .conf()
                .getLayer()
                .getUpdaterByParam(parameter)
                .getLearningRate(iteration, 0);
    }

    private static MultiLayerNetwork initialized(IUpdater updater) {
        return Initialization.initialize(
                new NeuralNetConfiguration.Builder()
                        .dataType(DataType.DOUBLE)
                        .updater(updater)
                        .list()
                        .layer(new DenseLayer.Builder()
                                .nIn(6)
                                .nOut(WIDTH)
                                .activation(Activation.TANH)
                                .build())
                        .layer(new DenseLayer.Builder()
                                .nIn(WIDTH)
                                .nOut(WIDTH)
                                .activation(Activation.TANH)
                                .build())
                        .layer(new OutputLayer.Builder()
                                .nIn(WIDTH)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build())
                        .build(),
                Catalog.parse("mup(" + BASE + ")"),
                Seeding.independent(1, 0),
                Nd4j.zeros(DataType.DOUBLE, 1, 6));
    }
}
