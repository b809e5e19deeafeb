package org.initbench.plot;

import org.initbench.result.Metric;
import org.initbench.stats.Interval;
import org.initbench.stats.Spread;

/**
 * A mean and its 95 % interval as they are drawn; NaN where there is none. An accuracy lies between 0 and 1, also where an
 * interval that is computed from few values reaches farther.
 */
record Estimate(double mean, double low, double high) {

    static Estimate of(Spread spread, Metric metric) {
        Double mean = spread.mean();
        Interval interval = spread.interval();
        return new Estimate(
                mean == null ? Double.NaN : mean,
                interval == null ? Double.NaN : within(interval.low(), metric),
                interval == null ? Double.NaN : within(interval.high(), metric));
    }

    private static double within(double end, Metric metric) {
        return metric.isAccuracy() ? Math.min(1, Math.max(0, end)) : end;
    }

    boolean hasInterval() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
