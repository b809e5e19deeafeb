package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.init.FamilyNetworks.GATES;
import static org.initbench.init.FamilyNetworks.example;
import static org.initbench.init.FamilyNetworks.first;
import static org.initbench.init.FamilyNetworks.gate;
import static org.initbench.init.FamilyNetworks.gates;
import static org.initbench.init.FamilyNetworks.initialized;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.init.Slots.Place;
import org.initbench.network.Network;
import org.initbench.testing.LayerExample;
import org.initbench.testing.LayerExample.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Guards against weights of a family of layers that are drawn with another's fans, put elsewhere, or not drawn at all. */
class LayerFamiliesTest {

    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#all")
    void eachWeightHasItsRoleAndFans(LayerExample example) {
        Network network = example.network().get();
        assertThat(network.unserved()).isEmpty();
        List<Expected> found = new ArrayList<>();
        for (Place place : Slots.places(network)) {
            Slot slot = place.slot();
            boolean isFirst = place.layer().position() == 0;
            found.add(new Expected(
                    isFirst ? slot.parameter() : place.layer().parameter(slot.parameter()),
                    slot.role().name(),
                    place.weights().matrices(),
                    slot.fanIn(),
                    slot.fanOut()));
        }
        assertThat(found).containsAll(example.weights());
        assertThat(found.stream().filter(each -> !each.parameter().contains("_")))
                .as("those of the first layer, and no others")
                .hasSizeLessThanOrEqualTo(Math.max(example.weights().size(), 1));
    }

    /**
     * The mean square of N normals has standard error √(2/N): 5.5 of them are exceeded with probability 4e-8. There are 53
     * parameters, and four gates in 14 of them: a sound catalog fails with a probability below 5e-6.
     */
    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#all")
    void varianceTimesFanInIsOneForEachRoleAndGate(LayerExample example) {
        int repetitions = 30;
        double[][][] squares = new double[example.weights().size()][GATES][];
        for (double[][] each : squares) {
            Arrays.setAll(each, gate -> new double[2]);
        }
        for (int repetition = 0; repetition < repetitions; repetition++) {
            Network network = initialized(example, "lecun_normal", repetition);
            for (int i = 0; i < squares.length; i++) {
                Expected expected = example.weights().get(i);
                for (int gate = 0; gate < gates(expected); gate++) {
                    INDArray values = gate(network, expected, gate);
                    double norm = values.norm2Number().doubleValue();
                    squares[i][gate][0] += norm * norm * expected.fanIn();
                    squares[i][gate][1] += values.length();
                }
            }
        }
        for (int i = 0; i < squares.length; i++) {
            Expected expected = example.weights().get(i);
            for (int gate = 0; gate < gates(expected); gate++) {
                double count = squares[i][gate][1];
                assertThat(squares[i][gate][0] / count)
                        .as(expected + ", matrix " + gate)
                        .isCloseTo(1, within(5.5 * Math.sqrt(2 / count)));
            }
        }
    }

    @Test
    void whatIsNoWeightBeginsAsTheLayerSays() {
        Network lstm = initialized(example("LSTM"), "he_normal", 0);
        assertThat(lstm.parameter("0_b").toDoubleVector())
                .containsExactly(IntStream.range(0, 32)
                        .mapToDouble(i -> i / 8 == 1 ? 1 : 0)
                        .toArray());
        Network both = initialized(example("Bidirectional"), "he_normal", 0);
        assertThat(both.parameter("0_bb").toDoubleVector()).contains(1, 0).hasSize(32);
        Network graves = initialized(example("GravesLSTM"), "he_normal", 0);
        assertThat(graves.parameter("0_RW")
                        .get(NDArrayIndex.all(), NDArrayIndex.interval(32, 35))
                        .ravel()
                        .toDoubleVector())
                .as("peepholes")
                .containsOnly(0);
        Network normalized = initialized(example("dense with layer normalization"), "he_normal", 0);
        assertThat(normalized.parameter("0_g").toDoubleVector()).containsOnly(1);
        assertThat(initialized(example("before PReLU"), "he_normal", 0)
                        .parameter("1_W")
                        .toDoubleVector())
                .containsOnly(0);
    }

    /** Rules of residual branches, and those that want even widths or kernels, say why; nothing else may go wrong. */
    @ParameterizedTest
    @MethodSource("org.initbench.testing.LayerExample#running")
    void everyInitializerServesEveryFamilyOrSaysWhyNot(LayerExample example) {
        for (InitializerType type : Catalog.types()) {
            try {
                Network network = initialized(example, type.example(), 0);
                assertThat(network.model().params().toDoubleVector())
                        .as(type.name())
                        .doesNotContain(Double.NaN);
            } catch (UnsuitableInitializerException refusal) {
                assertThat(refusal).hasMessageContaining(" ");
                assertThat(type.name())
                        .isIn(
                                "delta_orthogonal",
                                "looks_linear",
                                "fixup",
                                "zero_residual",
                                "t_fixup",
                                "deepnet",
                                "mup",
                                "critical",
                                "unit_variance",
                                "lsuv");
            }
        }
    }

    /** Of a separable convolution only the second weights are scaled: both would overshoot for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LSTM",
                "GravesLSTM",
                "Bidirectional",
                "LastTimeStep",
                "1D convolution",
                "depthwise convolution",
                "separable convolution",
                "transposed convolution",
                "3D convolution",
                "dense with layer normalization",
                "autoencoder"
            })
    void lsuvGivesPreactivationsOfAllGatesVarianceOne(String name) {
        LayerExample example = example(name);
        Network network = example.network().get();
        List<Adjustment> adjustments = Initialization.initialize(
                network,
                Placement.everywhere(Catalog.parse("lsuv(tolerance=0.01, tries=40)")),
                Seeding.independent(1, 0),
                example.features());
        assertThat(adjustments.get(0).layer()).isZero();
        assertThat(adjustments).extracting(Adjustment::variance).allSatisfy(variance -> assertThat(variance)
                .isCloseTo(1, within(0.01)));
        if (network.layers().get(0).kind().gateActivation().isPresent()) {
            assertThat(network.layers()
                            .get(0)
                            .kind()
                            .gateActivation()
                            .get()
                            .getClass()
                            .getName())
                    .startsWith("org.nd4j");
        }
    }

    @Test
    void lsuvLeavesAttentionAsItIs() {
        LayerExample example = example("self attention");
        Network network = example.network().get();
        List<Adjustment> adjustments = Initialization.initialize(
                network, Placement.everywhere(Catalog.parse("lsuv")), Seeding.independent(1, 0), example.features());
        assertThat(adjustments).extracting(Adjustment::layer).containsExactly(1);
    }

    @Test
    void aRuleThatSpeaksOfBiasesHasTheSayOverEveryGate() {
        Network network = initialized(example("LSTM"), "critical(0.1)", 0);
        double[] biases = network.parameter("0_b").toDoubleVector();
        assertThat(biases).hasSize(32).doesNotHaveDuplicates();
        assertThat(Arrays.stream(biases).map(Math::abs).max().orElseThrow()).isLessThan(0.55);
    }

    @Test
    void aConstantOfDl4jsReachesAttentionAndBothDirections() {
        for (String name : List.of("self attention", "Bidirectional", "GravesBidirectionalLSTM", "attention vertex")) {
            Network network = initialized(example(name), "dl4j(ONES)", 0);
            for (Expected expected : example(name).weights()) {
                assertThat(first(network, expected).ravel().toDoubleVector())
                        .as(name)
                        .containsOnly(1);
            }
        }
    }

    @Test
    void inputWeightsOfAnotherInitializerLeaveTheRecurrentOnes() {
        Network network = Network.of(Networks.of(
                DataType.DOUBLE,
                new Bidirectional(new LSTM.Builder()
                        .nIn(3)
                        .nOut(2)
                        .weightInit(WeightInit.RELU)
                        .build()),
                new RnnOutputLayer.Builder().nIn(4).nOut(2).build()));
        Placement placement = new Placement(Catalog.parse("constant(5)"), Catalog.parse("dl4j(ONES)"), null, null);
        Initialization.initialize(network, placement, Seeding.independent(1, 0), Nd4j.zeros(DataType.DOUBLE, 1, 3, 4));
        for (String direction : List.of("f", "b")) {
            assertThat(network.parameter("0_" + direction + "W").ravel().toDoubleVector())
                    .containsOnly(1);
            assertThat(network.parameter("0_" + direction + "RW").ravel().toDoubleVector())
                    .containsOnly(5);
        }
        Bidirectional layer = (Bidirectional) ((MultiLayerNetwork) network.model())
                .getLayerWiseConfigurations()
                .getConf(0)
                .getLayer();
        assertThat(((LSTM) layer.getBwd()).getWeightInitFnRecurrent()).isNull();
        assertThat(((LSTM) layer.getBwd()).getWeightInitFn()).isEqualTo(WeightInit.ONES.getWeightInitFunction());
    }
}
