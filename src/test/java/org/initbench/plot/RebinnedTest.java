package org.initbench.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Quantity;
import org.junit.jupiter.api.Test;

/** Prevents histograms that lose values, or count them twice, on their way to other bins. */
class RebinnedTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void aFinerBinHoldsItsShareOfACoarseOne() {
        Rebinned histogram = Rebinned.of(List.of(row(0, new Bin(0, 1, 30), new Bin(1, 2, 60), new Bin(2, 3, 0))), 0, 3);
        for (int i = 0; i < Rebinned.BINS; i++) {
            assertThat(histogram.counts().get(i)).isCloseTo(i < 30 ? 1 : i < 60 ? 2 : 0, within(1e-9));
        }
    }

    @Test
    void nothingIsLostAndNothingCountedTwice() {
        List<LayerRow> rows = List.of(
                row(0, new Bin(-INFINITY, -1, 7), new Bin(-1, 0.3, 20), new Bin(0.3, 1, 31), new Bin(1, INFINITY, 11)),
                row(0, new Bin(-5.7, -0.1, 100), new Bin(-0.1, 5.5, 50)));
        Rebinned histogram = Rebinned.of(rows, -2, 1.5);
        double inside =
                histogram.counts().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(inside + histogram.below() + histogram.above()).isCloseTo(219, within(1e-9));
        assertThat(histogram.below()).isCloseTo(7 + 100 * 3.7 / 5.6, within(1e-9));
        assertThat(histogram.above()).isCloseTo(11 + 50 * 4 / 5.6, within(1e-9));
    }

    @Test
    void exactZerosAreTakenOut() {
        Rebinned histogram = Rebinned.of(List.of(row(0.4, new Bin(0, 1, 60), new Bin(1, 2, 40))), 0, 2);
        assertThat(histogram.zeros()).isEqualTo(40);
        assertThat(histogram.counts().get(0)).isCloseTo(20.0 / 45, within(1e-9));
        assertThat(histogram.counts().get(45)).isCloseTo(40.0 / 45, within(1e-9));
    }

    @Test
    void theOutermostThousandthIsLeftOutOfTheExtent() {
        LayerRow row = row(0, new Bin(-9, -1, 1), new Bin(-1, 0, 4999), new Bin(0, 1, 4999), new Bin(1, 9, 1));
        assertThat(Extent.of(row)).containsExactly(-1.0, 1.0);
    }

    @Test
    void aHistogramWithAFixedRangeKeepsItsExtent() {
        LayerRow row = row(0, new Bin(0, 1, 1), new Bin(1, 2, 9999), new Bin(2, INFINITY, 5));
        assertThat(Extent.of(row)).containsExactly(0.0, 2.0);
    }

    private static LayerRow row(double zeroFraction, Bin... bins) {
        long count = List.of(bins).stream().mapToLong(Bin::count).sum();
        Statistics statistics = new Statistics(count, 0, 1, -1, 1, 1, zeroFraction, 1);
        return new LayerRow(0, 0, "0_W", Quantity.WEIGHT, statistics, null, null, null, null, List.of(bins));
    }
}
