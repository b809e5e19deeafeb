package org.initbench.network;

import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The learning rate of an updater, which follows a schedule, times a factor. */
record MultipliedRate(@JsonProperty("factor") double factor, @JsonProperty("of") IUpdater of) implements ISchedule {

    @Override
    public double valueAt(int iteration, int epoch) {
        return factor * of.getLearningRate(iteration, epoch);
    }

    @Override
    @SuppressWarnings("MissingSuperCall")
    public ISchedule clone() {
        return new MultipliedRate(factor, of.clone());
    }
}
