package org.initbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.init.Adjustment;
import org.initbench.init.Catalog;
import org.initbench.init.Initialization;
import org.initbench.init.Seeding;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Guards against a library that gives other values than a study does, or silently none. */
class InitializersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"he_normal", "orthogonal(gain=1.41)", "sparse(fraction=0.5,std=1)", "lsuv"})
    void valuesAreThoseOfAStudyOfThatSeed(String spec) {
        INDArray features = features();
        MultiLayerNetwork network = initialized();
        Initializers.of(spec).seed(42).batch(features).apply(network);
        MultiLayerNetwork studied =
                Initialization.initialize(configuration(), Catalog.parse(spec), Seeding.independent(42, 0), features);
        assertThat(network.params().toDoubleVector())
                .isEqualTo(studied.params().toDoubleVector())
                .isNotEqualTo(initialized().params().toDoubleVector());
    }

    @Test
    void aGraphIsServedToo() {
        ComputationGraph graph = new ComputationGraph(Residual.network(
                new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE), 2, 4, Activation.RELU));
        graph.init();
        Initializers.of("fixup").apply(graph);
        assertThat(graph.getParam("block1_fc2_W").norm2Number().doubleValue()).isZero();
        assertThat(graph.getParam("block1_fc1_W").norm2Number().doubleValue()).isPositive();
    }

    @Test
    void whatLsuvDidIsTold() {
        List<Adjustment> adjustments =
                Initializers.of("lsuv(tolerance=0.01)").batch(features()).apply(initialized());
        assertThat(adjustments).hasSize(2).allSatisfy(adjustment -> assertThat(adjustment.variance())
                .isCloseTo(1, within(0.01)));
    }

    @Test
    void whatCannotBeDoneIsOneSentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initializers.of("lsuv").apply(initialized()))
                .withMessage("lsuv looks at data: give it a minibatch with batch(features)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initializers.of("dl4j(XAVIER)").apply(initialized()))
                .withMessageStartingWith("dl4j(constant=XAVIER) is drawn by DL4J itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initializers.of("zeros").apply(new MultiLayerNetwork(configuration())))
                .withMessage("the network has no parameters yet: call its init() first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initializers.of("he_norml"))
                .withMessage("there is no initializer he_norml; did you mean he_normal?");
    }

    private static INDArray features() {
        Nd4j.getRandom().setSeed(5);
        return Nd4j.randn(DataType.DOUBLE, 64, 5);
    }

    private static MultiLayerNetwork initialized() {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        return network;
    }

    private static MultiLayerConfiguration configuration() {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(5)
                        .nOut(20)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(20)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build();
    }
}
