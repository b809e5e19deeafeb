package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tensor of one layer at one iteration, reduced: a row of {@code layers.csv} and the rows of its histogram.
 *
 * @param iteration before whose update it was measured
 * @param layer position among the layers with weights, from 0
 * @param name DL4J's name: of the parameter as in 0_W, or of the layer for what goes through it
 * @param quantity what was measured
 * @param statistics of all values
 * @param saturatedFraction of activations; null for activations without saturation
 * @param deadUnitFraction of activations: units that are 0 for every probed example; null elsewhere
 * @param distinctUnitFraction of weights: different incoming weight vectors per unit; null elsewhere
 * @param theoryRms predicted root mean square; null where there is no prediction
 * @param histogram bins in order, low to high
 */
public record LayerRow(
        int iteration,
        int layer,
        String name,
        Quantity quantity,
        Statistics statistics,
        @Nullable Double saturatedFraction,
        @Nullable Double deadUnitFraction,
        @Nullable Double distinctUnitFraction,
        @Nullable Double theoryRms,
        List<Bin> histogram) {

    /** The same row with another prediction. */
    public LayerRow withTheoryRms(@Nullable Double predicted) {
        return with(iteration, predicted, histogram);
    }

    /** The same row of another iteration. */
    public LayerRow atIteration(int other) {
        return with(other, theoryRms, histogram);
    }

    /** The same row without its bins. */
    public LayerRow withoutHistogram() {
        return with(iteration, theoryRms, List.of());
    }

    private LayerRow with(int otherIteration, @Nullable Double predicted, List<Bin> bins) {
        return new LayerRow(
                otherIteration,
                layer,
                name,
                quantity,
                statistics,
                saturatedFraction,
                deadUnitFraction,
                distinctUnitFraction,
                predicted,
                bins);
    }

    /**
     * Statistics of a set of values.
     *
     * @param count how many values
     * @param mean their mean
     * @param std population standard deviation
     * @param min smallest; NaN if any value is
     * @param max largest; NaN if any value is
     * @param rms √mean(x²)
     * @param zeroFraction of values that are exactly 0
     * @param absMean mean of |x|
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Statistics(
            long count,
            double mean,
            double std,
            double min,
            double max,
            double rms,
            double zeroFraction,
            double absMean) {}

    /** How many values lie in low ≤ v &lt; high; the last bin holds its upper end too. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Bin(double low, double high, long count) {}
}
