package org.initbench.network;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The triangular cyclical learning rate: linear from {@code base} to {@code max} within {@code stepSize} iterations and
 * back again. Smith 2017.
 */
public record TriangularRate(
        @JsonProperty("base") double base, @JsonProperty("max") double max, @JsonProperty("stepSize") int stepSize)
        implements ISchedule {

    @Override
    public double valueAt(int iteration, int epoch) {
        int position = iteration % (2 * stepSize);
        double fromPeak = Math.abs(position - stepSize) / (double) stepSize;
        return base + (max - base) * (1 - fromPeak);
    }

    @Override
    @SuppressWarnings("MissingSuperCall")
    public ISchedule clone() {
        return new TriangularRate(base, max, stepSize);
    }
}
