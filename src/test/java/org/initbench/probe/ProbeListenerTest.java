package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.data.Examples;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Guards against probes that disturb what they measure, or measure something else than they say. */
class ProbeListenerTest {

    @ParameterizedTest
    @CsvSource({"DENSE,DOUBLE", "DENSE,FLOAT", "CONVOLUTION,FLOAT", "RECURRENT,FLOAT", "RECURRENT,DOUBLE"})
    void lossAndParametersAreTheSameToTheLastBitWithAndWithoutProbes(Networks kind, DataType type) {
        MultiLayerNetwork bare = kind.create(type);
        MultiLayerNetwork probed = kind.create(type);
        Probing.every(probed, 1);
        Examples examples = kind.examples(type);
        for (int iteration = 0; iteration < 20; iteration++) {
            bare.fit(examples.features(), examples.labels());
            probed.fit(examples.features(), examples.labels());
            assertThat(probed.score()).isEqualTo(bare.score());
        }
        assertThat(probed.params().toDoubleVector()).isEqualTo(bare.params().toDoubleVector());
    }

    @ParameterizedTest
    @EnumSource
    void everyQuantityOfEveryLayerIsMeasuredOnce(Networks kind) {
        MultiLayerNetwork network = kind.create(DataType.DOUBLE);
        Probing listener = Probing.every(network, 2);
        Examples examples = kind.examples(DataType.DOUBLE);
        for (int iteration = 0; iteration < 3; iteration++) {
            network.fit(examples.features(), examples.labels());
        }
        List<LayerRow> rows = listener.rows();
        assertThat(rows.stream().map(row -> List.of(row.iteration(), row.layer(), row.name(), row.quantity())))
                .doesNotHaveDuplicates();
        assertThat(rows.stream().map(LayerRow::iteration).distinct()).containsExactly(0, 2);
        // Changes of activations are measured beside the listener, where a study asks for them.
        for (Quantity quantity : EnumSet.complementOf(EnumSet.of(Quantity.ACTIVATION_CHANGE))) {
            assertThat(rows).anyMatch(row -> row.quantity() == quantity && row.iteration() == 2);
        }
    }

    @Test
    void recurrentLayersAreMeasuredOverAllTimeStepsOfTheForwardPassAlone() {
        MultiLayerNetwork network = Networks.RECURRENT.create(DataType.DOUBLE);
        Probing listener = Probing.every(network, 1);
        Examples examples = Networks.RECURRENT.examples(DataType.DOUBLE);
        network.fit(examples.features(), examples.labels());
        long perTensor = 7L * 4 * 4;
        assertThat(count(listener, 0, Quantity.PREACTIVATION)).isEqualTo(perTensor);
        assertThat(count(listener, 0, Quantity.ACTIVATION)).isEqualTo(perTensor);
        assertThat(count(listener, 0, Quantity.ACTIVATION_GRADIENT)).isEqualTo(perTensor);
    }

    @Test
    void evaluationsBetweenTwoUpdatesAreNotMeasured() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        Probing listener = Probing.every(network, 1);
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        network.output(examples.features(), false);
        network.fit(examples.features(), examples.labels());
        assertThat(count(listener, 0, Quantity.ACTIVATION)).isEqualTo(7 * 5);
    }

    @Test
    void onlyTheFirstExamplesAreMeasuredWhereThereAreMore() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        Probing listener = Probing.first(network, 2);
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        INDArray firstTwo =
                network.feedForwardToLayer(0, examples.slice(0, 2).features()).get(1);
        network.fit(examples.features(), examples.labels());
        LayerRow row = find(listener, 0, Quantity.ACTIVATION);
        assertThat(row.statistics().count()).isEqualTo(2 * 5);
        assertThat(row.statistics().mean()).isCloseTo(firstTwo.meanNumber().doubleValue(), within(1e-15));
    }

    @Test
    void anUpdateIsWhatTheStepAddedToTheParameter() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        Probing listener = Probing.every(network, 1);
        INDArray before = network.getParam("1_W").dup();
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        network.fit(examples.features(), examples.labels());
        INDArray added = network.getParam("1_W").sub(before);
        LayerRow row = listener.rows().stream()
                .filter(each ->
                        each.quantity() == Quantity.UPDATE && each.name().equals("1_W"))
                .findFirst()
                .orElseThrow();
        assertThat(row.statistics().mean()).isCloseTo(added.meanNumber().doubleValue(), within(1e-16));
        assertThat(row.statistics().min()).isCloseTo(added.minNumber().doubleValue(), within(1e-15));
        assertThat(row.statistics().rms()).isPositive();
    }

    @Test
    void theOutputLayerShowsItsLogitsAndProbabilities() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        Probing listener = Probing.every(network, 1);
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        INDArray probabilities = network.output(examples.features(), false);
        network.fit(examples.features(), examples.labels());
        LayerRow activation = find(listener, 2, Quantity.ACTIVATION);
        assertThat(activation.statistics().mean())
                .isCloseTo(probabilities.meanNumber().doubleValue(), within(1e-15));
        double sumOfLogits = 0;
        for (double p : probabilities.toDoubleVector()) {
            sumOfLogits += Math.log(p / (1 - p));
        }
        assertThat(find(listener, 2, Quantity.PREACTIVATION).statistics().mean())
                .isCloseTo(sumOfLogits / 7, within(1e-12));
    }

    @Test
    void theTrainedNetworkIsMeasuredWithoutChangingIt() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        Probing listener = Probing.every(network, 100);
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        network.fit(examples.features(), examples.labels());
        double[] before = network.params().toDoubleVector();
        listener.measure(examples.features(), examples.labels());
        assertThat(network.params().toDoubleVector()).isEqualTo(before);
        List<LayerRow> atEnd = new ArrayList<>(listener.rows());
        atEnd.removeIf(row -> row.iteration() != 1);
        assertThat(atEnd).isNotEmpty().noneMatch(row -> row.quantity() == Quantity.UPDATE);
    }

    @Test
    void saturationShowsForBoundedActivationsAlone() {
        MultiLayerNetwork network = Networks.DENSE.create(DataType.DOUBLE);
        network.getParam("0_W").muli(100);
        Probing listener = Probing.every(network, 1);
        Examples examples = Networks.DENSE.examples(DataType.DOUBLE);
        network.fit(examples.features(), examples.labels());
        assertThat(Objects.requireNonNull(find(listener, 0, Quantity.ACTIVATION).saturatedFraction()))
                .isGreaterThan(0.9);
        assertThat(find(listener, 0, Quantity.PREACTIVATION).saturatedFraction())
                .isNull();
        assertThat(find(listener, 0, Quantity.WEIGHT).saturatedFraction()).isNull();
    }

    private static long count(Probing listener, int layer, Quantity quantity) {
        return find(listener, layer, quantity).statistics().count();
    }

    private static LayerRow find(Probing listener, int layer, Quantity quantity) {
        return listener.rows().stream()
                .filter(row -> row.layer() == layer && row.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }
}
