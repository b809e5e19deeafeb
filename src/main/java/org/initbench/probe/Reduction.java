package org.initbench.probe;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.initbench.probe.ProbeSettings.Fixed;
import org.initbench.probe.Sample.Part;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.LayerRow.Statistics;

/**
 * A sample as a few numbers.
 *
 * @param statistics of all values
 * @param saturatedFraction of all values, by the saturation that was asked for
 * @param histogram empty where there is no finite value
 */
record Reduction(Statistics statistics, double saturatedFraction, List<Bin> histogram) {

    /** Reduces a sample that is not empty. */
    static Reduction of(Sample sample, Saturation saturation, ProbeSettings settings, Scratch scratch) {
        Moments moments = new Moments(saturation);
        sample.parts().forEach(part -> moments.add(part.values()));
        Statistics statistics = moments.statistics();
        List<Bin> bins = settings.bins() == 0 ? List.of() : bins(sample, statistics, settings, scratch);
        return new Reduction(statistics, moments.saturatedFraction(), bins);
    }

    private static List<Bin> bins(Sample sample, Statistics statistics, ProbeSettings settings, Scratch scratch) {
        Fixed range = settings.range().of(() -> finiteExtremes(sample, statistics.min(), statistics.max()));
        if (!Double.isFinite(range.high() - range.low())) {
            return List.of();
        }
        Histogram histogram = new Histogram(range.low(), range.high(), settings.bins());
        sample.parts().forEach(part -> part.values().countInto(histogram, scratch));
        return histogram.bins();
    }

    private static Fixed finiteExtremes(Sample sample, double min, double max) {
        if (Double.isFinite(min) && Double.isFinite(max)) {
            return new Fixed(min, max);
        }
        DoubleSummaryStatistics finite = new DoubleSummaryStatistics();
        double[] block = new double[Values.PIECE];
        for (Part part : sample.parts()) {
            Values values = part.values();
            values.forEachPiece(() -> {
                values.read(block);
                for (int i = 0; i < values.count(); i++) {
                    if (Double.isFinite(block[i])) {
                        finite.accept(block[i] + 0.0);
                    }
                }
            });
        }
        return new Fixed(finite.getMin(), finite.getMax());
    }
}
