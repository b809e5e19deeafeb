package org.initbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.MeasuredLayers.Tensor;
import org.initbench.result.TrialSignals.Reading;
import org.junit.jupiter.api.Test;

/** Means that are put together as trials come might not be those of all trials at once, or forget what an axis has to show. */
class MeasuredLayersTest {

    private static final Tensor WEIGHTS = new Tensor(Quantity.WEIGHT, 0, "0_W");

    @Test
    void meansAreTheVeryNumbersOfAllRepetitionsAtOnce() {
        double[] values = {0.1, 1e-9, 3.7, 1e12, 0.3, 0.7};
        MeasuredLayers layers = new MeasuredLayers();
        for (double value : values) {
            layers.add(List.of(row(0, 0, Quantity.WEIGHT, value), row(5, 0, Quantity.WEIGHT, 2 * value)));
        }
        FigureSummary rms = layers.of(WEIGHTS, 0, LayerFigure.RMS).orElseThrow();
        assertThat(rms.getAverage()).isEqualTo(Arrays.stream(values).average().orElseThrow());
        assertThat(layers.iterations(WEIGHTS)).containsExactly(0, 5);
    }

    @Test
    void theDeviationIsThatOfASample() {
        FigureSummary summary = new FigureSummary();
        for (double value : new double[] {1e9 + 2, 1e9 + 4, 1e9 + 6}) {
            summary.accept(value);
        }
        assertThat(summary.deviation()).isEqualTo(2);
        FigureSummary alone = new FigureSummary();
        alone.accept(1);
        assertThat(alone.deviation()).isNaN();
    }

    @Test
    void whatNoRepetitionHasIsEmpty() {
        MeasuredLayers layers = new MeasuredLayers();
        layers.add(List.of(row(0, 0, Quantity.WEIGHT, 1)));
        assertThat(layers.of(WEIGHTS, 0, LayerFigure.DEAD_UNIT_FRACTION)).isEmpty();
        assertThat(layers.of(WEIGHTS, 1, LayerFigure.RMS)).isEmpty();
        assertThat(layers.tensors(Quantity.BIAS)).isEmpty();
    }

    @Test
    void aLogarithmicAxisHearsOfPositiveFiniteValuesAlone() {
        MeasuredLayers layers = new MeasuredLayers();
        for (double value : new double[] {0, Double.NaN, 4, Double.POSITIVE_INFINITY, 2, -1}) {
            layers.add(List.of(row(0, 0, Quantity.WEIGHT, value)));
        }
        FigureSummary rms = layers.of(WEIGHTS, 0, LayerFigure.RMS).orElseThrow();
        assertThat(rms.positive()).containsExactly(2.0, 4.0);
        assertThat(rms.getAverage()).isNaN();
        assertThat(new FigureSummary().positive()).isEmpty();
    }

    @Test
    void gradientsAreReadAfterTheFirstUpdatesWhereverThatIs() {
        assertThat(gradient(0, 5, 10, 20)).isEqualTo(new Reading(10, 0.5));
        assertThat(gradient(0, 30, 20)).isEqualTo(new Reading(20, 0.5));
        assertThat(gradient(0).iteration()).isNegative();
    }

    private static Reading gradient(int... iterations) {
        List<LayerRow> rows = new ArrayList<>();
        for (int iteration : iterations) {
            rows.add(row(iteration, 1, Quantity.ACTIVATION_GRADIENT, 2));
            rows.add(row(iteration, 0, Quantity.ACTIVATION_GRADIENT, 1));
        }
        return TrialSignals.of(rows).gradient();
    }

    private static LayerRow row(int iteration, int layer, Quantity quantity, double rms) {
        Statistics statistics = new Statistics(4, 0, rms, -rms, rms, rms, 0, rms);
        return new LayerRow(iteration, layer, layer + "_W", quantity, statistics, null, null, null, null, List.of());
    }
}
