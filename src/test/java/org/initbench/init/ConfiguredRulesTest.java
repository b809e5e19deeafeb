package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.OrthogonalDistribution;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.network.Network;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against initializers of ours in a configuration, and against rules of the user's that are lost, drawn or waited for. */
class ConfiguredRulesTest {

    private static final INDArray SEQUENCES =
            Nd4j.linspace(DataType.DOUBLE, -1, 0.01, 5 * 3 * 6).reshape(5, 3, 6);

    @ParameterizedTest
    @ValueSource(strings = {"he_normal", "orthogonal", "lsuv", "constant(0.5)"})
    void theConfigurationKeepsItsOwnRules(String spec) {
        MultiLayerConfiguration configuration = recurrent(WeightInit.RELU);
        String before = configuration.toJson();
        Network network = Network.of(configuration);
        initialize(network, Placement.everywhere(Catalog.parse(spec)));
        assertThat(configuration.toJson()).isEqualTo(initializedByDl4j(before));
    }

    @Test
    void aConstantOfDl4jsStandsInTheConfigurationAsDl4jsOwnClass() {
        MultiLayerConfiguration configuration = recurrent(WeightInit.RELU);
        initialize(
                Network.of(configuration),
                new Placement(named("dl4j(XAVIER_UNIFORM)"), null, named("normal(1)"), null));
        SimpleRnn first = (SimpleRnn) ((LastTimeStep) configuration.getConf(0).getLayer()).getUnderlying();
        BaseLayer last = (BaseLayer) configuration.getConf(1).getLayer();
        assertThat(List.of(first.getWeightInitFn(), first.getWeightInitFnRecurrent()))
                .containsOnly(WeightInit.XAVIER_UNIFORM.getWeightInitFunction());
        assertThat(last.getWeightInitFn()).isEqualTo(WeightInit.RELU.getWeightInitFunction());
    }

    /** Without the stand-ins, DL4J's generator would have moved on by the draws that are replaced. */
    @Test
    void whatDl4jDrawsDoesNotDependOnTheRulesThatAreSetAside() {
        Placement placement = new Placement(named("dl4j(XAVIER)"), named("normal(1)"), null, null);
        assertThat(parameters(recurrent(WeightInit.RELU), placement))
                .isEqualTo(parameters(recurrent(WeightInit.ZERO), placement));
    }

    @Test
    void anOrthogonalDistributionIsNotWaitedFor() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .weightInit(new OrthogonalDistribution(1))
                .list()
                .layer(Networks.dense(100, 100))
                .layer(Networks.output(100, 2))
                .build();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> Networks.initialized(configuration, "orthogonal", Seeding.independent(1, 0)));
    }

    /** DL4J writes a few things into a configuration that it initializes; as those of any other network. */
    private static String initializedByDl4j(String json) {
        MultiLayerNetwork network = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
        network.init();
        return network.getLayerWiseConfigurations().toJson();
    }

    private static double[] parameters(MultiLayerConfiguration configuration, Placement placement) {
        Network network = Network.of(configuration);
        initialize(network, placement);
        return network.model().params().toDoubleVector();
    }

    private static void initialize(Network network, Placement placement) {
        Initialization.initialize(network, placement, Seeding.independent(1, 0), SEQUENCES);
    }

    private static NamedInitializer named(String spec) {
        return Catalog.parse(spec);
    }

    private static MultiLayerConfiguration recurrent(WeightInit rule) {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .weightInit(rule)
                .list()
                .layer(Networks.recurrent(3, 4))
                .layer(Networks.output(4, 2))
                .build();
    }
}
