package org.initbench.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Bin;

/** Where a histogram has all of its values but the outermost, which a picture would only be squeezed by. */
final class Extent {

    private static final double TAIL = 0.0005;

    private Extent() {}

    /** The two ends; none where no bin is finite or holds anything. */
    static DoubleStream of(LayerRow row) {
        List<Bin> bins = row.histogram().stream()
                .filter(bin -> Double.isFinite(bin.low()) && Double.isFinite(bin.high()))
                .toList();
        if (bins.isEmpty()) {
            return DoubleStream.empty();
        }
        if (bins.size() < row.histogram().size()) {
            return DoubleStream.of(bins.get(0).low(), bins.get(bins.size() - 1).high());
        }
        double tail = TAIL * bins.stream().mapToLong(Bin::count).sum();
        double low = Double.NaN;
        double high = Double.NaN;
        double seen = 0;
        for (Bin bin : bins) {
            seen += bin.count();
            if (Double.isNaN(low) && seen > tail) {
                low = bin.low();
            }
        }
        seen = 0;
        for (int i = bins.size() - 1; i >= 0 && Double.isNaN(high); i--) {
            seen += bins.get(i).count();
            if (seen > tail) {
                high = bins.get(i).high();
            }
        }
        return Double.isNaN(low) ? DoubleStream.empty() : DoubleStream.of(low, high);
    }
}
