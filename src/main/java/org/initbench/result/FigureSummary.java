package org.initbench.result;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** Number, mean and ends of a figure over repetitions, and the ends of those values that a logarithmic axis has a place for. */
public final class FigureSummary extends DoubleSummaryStatistics {

    private double leastPositive = Double.POSITIVE_INFINITY;
    private double mostPositive = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;

    @Override
    public void accept(double value) {
        super.accept(value);
        double difference = value - mean;
        mean += difference / getCount();
        squares += difference * (value - mean);
        if (value > 0 && Double.isFinite(value)) {
            leastPositive = Math.min(leastPositive, value);
            mostPositive = Math.max(mostPositive, value);
        }
    }

    /** Standard deviation over repetitions, by n − 1 (Welford 1962); NaN for fewer than two, meaningless after {@link #combine}. */
    public double deviation() {
        return getCount() < 2 ? Double.NaN : Math.sqrt(squares / (getCount() - 1));
    }

    /** The least and the most of the positive finite values; nothing without any. */
    public DoubleStream positive() {
        return leastPositive <= mostPositive ? DoubleStream.of(leastPositive, mostPositive) : DoubleStream.empty();
    }
}
