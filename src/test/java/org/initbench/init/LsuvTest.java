package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.initbench.probe.ProbeListener;
import org.initbench.probe.ProbeSettings;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against a layer that is scaled by another layer's variance, or after the ones that depend on it. */
class LsuvTest {

    private static final int EXAMPLES = 64;
    private static final int FRESH_BATCHES = 30;
    private static final INDArray POINTS = random(12, EXAMPLES, 20).muli(7);
    private static final INDArray IMAGES = random(12, EXAMPLES, 3, 8, 8).muli(0.01);
    private static final INDArray SEQUENCES = random(12, EXAMPLES, 6, 5).muli(3);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.001})
    void everyPreActivationHasUnitVarianceWithinTheTolerance(double tolerance) {
        assertThat(variances(dense(), POINTS, tolerance)).hasSize(4).allSatisfy(variance -> assertThat(variance)
                .isCloseTo(1, within(tolerance)));
        assertThat(variances(convolution(), IMAGES, tolerance)).hasSize(3).allSatisfy(variance -> assertThat(variance)
                .isCloseTo(1, within(tolerance)));
        assertThat(variances(recurrent(), SEQUENCES, tolerance)).hasSize(2).allSatisfy(variance -> assertThat(variance)
                .isCloseTo(1, within(tolerance)));
    }

    /**
     * The network was scaled by one batch, and one more of the same size is measured. How far two batches differ is
     * estimated from others, √2 times the standard deviation over them: the quotient has Student's distribution with one
     * degree of freedom less than those others. That takes a variance over 600 examples for normal (the difference of two
     * has no skewness) and, behind a tanh, the scale for independent of the batch to first order. Each of the 9 layers is
     * further off with probability 1e-7.
     */
    @ParameterizedTest
    @MethodSource
    void aFreshBatchHasUnitVarianceWithinTheToleranceAndTheSamplingError(
            MultiLayerConfiguration configuration, double scale, long[] shape) {
        double tolerance = 0.001;
        MultiLayerNetwork network = initialized(configuration, random(1, shape).muli(scale), tolerance);
        List<Double> fresh = variances(network, random(2, shape).muli(scale));
        List<List<Double>> others = IntStream.range(0, FRESH_BATCHES)
                .mapToObj(batch -> variances(network, random(3 + batch, shape).muli(scale)))
                .toList();
        double quantile = TDistribution.of(FRESH_BATCHES - 1).inverseSurvivalProbability(1e-7 / 2);
        for (int layer = 0; layer < fresh.size(); layer++) {
            int measured = layer;
            double std = StandardDeviation.of(others.stream()
                            .mapToDouble(variances -> variances.get(measured))
                            .toArray())
                    .getAsDouble();
            assertThat(fresh.get(layer))
                    .as("layer " + layer)
                    .isCloseTo(1, within(tolerance + quantile * Math.sqrt(2) * std));
        }
    }

    static Stream<Arguments> aFreshBatchHasUnitVarianceWithinTheToleranceAndTheSamplingError() {
        return Stream.of(
                Arguments.of(dense(), 7, new long[] {600, 20}),
                Arguments.of(convolution(), 0.01, new long[] {600, 3, 8, 8}),
                Arguments.of(recurrent(), 3, new long[] {600, 6, 5}));
    }

    @Test
    void biasesStayAndTheActivationsAreThoseOfTheConfiguration() {
        MultiLayerNetwork network = initialized(dense(), POINTS, 0.1);
        assertThat(network.getParam("1_b").toDoubleVector()).containsOnly(0);
        assertThat(((DenseLayer) network.getLayer(1).conf().getLayer()).getActivationFn())
                .isEqualTo(Activation.TANH.getActivationFunction());
    }

    @Test
    void theSameFirstBatchGivesTheSameWeightsAndAnotherOthers() {
        INDArray params = initialized(dense(), POINTS, 0.1).params();
        assertThat(initialized(dense(), POINTS, 0.1).params().toDoubleVector()).isEqualTo(params.toDoubleVector());
        assertThat(initialized(dense(), POINTS.mul(2), 0.1).params().toDoubleVector())
                .isNotEqualTo(params.toDoubleVector());
    }

    @Test
    void theVarianceReachedAndTheTriesAreToldByLayer() {
        Network network = Network.of(dense());
        Placement lsuv = Placement.everywhere(Catalog.parse("lsuv(0.001)"));
        List<Adjustment> adjustments = Initialization.initialize(network, lsuv, Seeding.independent(1, 0), POINTS);
        List<Double> measured = variances((MultiLayerNetwork) network.model(), POINTS);
        assertThat(adjustments).extracting(Adjustment::layer).containsExactly(0, 1, 2, 3);
        assertThat(adjustments).extracting(Adjustment::name).containsExactly("layer0", "layer1", "layer2", "layer3");
        for (int layer = 0; layer < 4; layer++) {
            assertThat(adjustments.get(layer).variance()).isCloseTo(measured.get(layer), within(1e-12));
            assertThat(adjustments.get(layer).tries())
                    .as("a dense layer without biases is linear in its weights")
                    .isEqualTo(1);
        }
    }

    @Test
    void oneTryScalesOnceAndNoMore() {
        MultiLayerNetwork network = Initialization.initialize(
                recurrent(), Catalog.parse("lsuv(tolerance=0.000001, tries=1)"), Seeding.independent(1, 0), SEQUENCES);
        assertThat(variances(network, SEQUENCES).get(0)).isNotCloseTo(1, within(0.000001));
    }

    /** Behind a relu, whose scale goes through, one division is exact. */
    @Test
    void afterActivationItIsTheOutputsThatHaveUnitVariance() {
        MultiLayerConfiguration configuration = network(
                InputType.feedForward(20),
                new DenseLayer.Builder().nOut(50).activation(Activation.RELU).build(),
                new DenseLayer.Builder().nOut(30).activation(Activation.RELU).build());
        MultiLayerNetwork network = Initialization.initialize(
                configuration,
                Catalog.parse("lsuv(tolerance=0.001, after=activation)"),
                Seeding.independent(1, 0),
                POINTS);
        List<INDArray> activations = network.feedForward(POINTS);
        assertThat(variance(activations.get(1))).isCloseTo(1, within(1e-9));
        assertThat(variance(activations.get(2))).isCloseTo(1, within(1e-9));
        assertThat(variances(network, POINTS).get(2))
                .as("of the last layer's pre-activations")
                .isCloseTo(1, within(0.001));
        assertThat(network.getLayer(0).conf().getLayer())
                .isEqualTo(configuration.getConf(0).getLayer());
    }

    @Test
    void afterActivationDoesNotServeAnLstm() {
        MultiLayerConfiguration lstm = network(
                InputType.recurrent(6),
                new LastTimeStep(new LSTM.Builder().nOut(5).build()));
        assertThatThrownBy(() -> Initialization.initialize(
                        lstm, Catalog.parse("lsuv(after=activation)"), Seeding.independent(1, 0), SEQUENCES))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessage("lsuv(after=activation) cannot scale the LSTM in layer 0; lsuv itself can");
    }

    private static double variance(INDArray values) {
        return values.var(false).getDouble(0);
    }

    @Test
    void inputThatIsZeroCannotBeScaled() {
        assertThatThrownBy(() -> initialized(dense(), POINTS.mul(0), 0.1))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessage("lsuv cannot scale layer 0, whose pre-activations have variance 0.0");
    }

    private static List<Double> variances(MultiLayerConfiguration configuration, INDArray features, double tolerance) {
        return variances(initialized(configuration, features, tolerance), features);
    }

    private static List<Double> variances(MultiLayerNetwork network, INDArray features) {
        int examples = (int) features.size(0);
        List<LayerRow> rows = new ArrayList<>();
        ProbeListener listener = new ProbeListener(
                network, new ProbeSettings(i -> false, examples, 5, new ProbeSettings.Extremes()), rows::add);
        network.setListeners(listener);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, examples, 2);
        labels.getColumn(0).assign(1);
        listener.measure(features, labels);
        return rows.stream()
                .filter(row -> row.quantity() == Quantity.PREACTIVATION)
                .map(LayerRow::statistics)
                .map(statistics -> statistics.std() * statistics.std())
                .toList();
    }

    private static MultiLayerNetwork initialized(
            MultiLayerConfiguration configuration, INDArray features, double tolerance) {
        return Initialization.initialize(
                configuration, Catalog.parse("lsuv(" + tolerance + ")"), Seeding.independent(1, 0), features);
    }

    private static MultiLayerConfiguration dense() {
        return network(InputType.feedForward(20), hidden(50), hidden(30), hidden(30));
    }

    private static MultiLayerConfiguration convolution() {
        return network(InputType.convolutional(8, 8, 3), kernel(), kernel());
    }

    private static MultiLayerConfiguration recurrent() {
        return network(
                InputType.recurrent(6),
                new LastTimeStep(new SimpleRnn.Builder()
                        .nOut(20)
                        .activation(Activation.TANH)
                        .build()));
    }

    private static MultiLayerConfiguration network(InputType input, Layer... hidden) {
        NeuralNetConfiguration.ListBuilder layers =
                new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
        for (Layer layer : hidden) {
            layers.layer(layer);
        }
        return layers.layer(new OutputLayer.Builder()
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(input)
                .build();
    }

    private static DenseLayer hidden(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.TANH).build();
    }

    private static ConvolutionLayer kernel() {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(6)
                .activation(Activation.RELU)
                .build();
    }

    private static INDArray random(long seed, long... shape) {
        Nd4j.getRandom().setSeed(seed);
        return Nd4j.randn(DataType.DOUBLE, shape);
    }
}
