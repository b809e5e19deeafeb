package org.initbench.network;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Classical momentum, v ← μv + η·g, w ← w − v, which DL4J lacks. Polyak 1964.
 *
 * @param momentum μ
 * @param rate η over iterations
 */
public record HeavyBall(@JsonProperty("momentum") double momentum, @JsonProperty("rate") ISchedule rate)
        implements IUpdater {

    private static final String VELOCITY = "V";

    @Override
    public long stateSize(long numParams) {
        return numParams;
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(INDArray viewArray, boolean initializeViewArray) {
        if (initializeViewArray) {
            viewArray.assign(0);
        }
        return new Velocity(this, viewArray.reshape(viewArray.length()));
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(Map<String, INDArray> updaterState, boolean initializeStateArrays) {
        INDArray velocity = updaterState.get(VELOCITY);
        if (velocity == null) {
            throw new IllegalStateException("the state of momentum has no entry " + VELOCITY);
        }
        return instantiate(velocity, initializeStateArrays);
    }

    @Override
    @SuppressWarnings("MissingSuperCall")
    public IUpdater clone() {
        return new HeavyBall(momentum, rate);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return rate.valueAt(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    /** Not supported: the rate is part of what this updater is. */
    @Override
    public void setLrAndSchedule(double lr, ISchedule lrSchedule) {
        throw new UnsupportedOperationException("make a new HeavyBall with another rate than " + new FixedSchedule(lr));
    }

    /** The running velocity of one block of parameters. */
    private record Velocity(HeavyBall config, INDArray velocity) implements GradientUpdater<HeavyBall> {

        @Override
        public HeavyBall getConfig() {
            return config;
        }

        @Override
        public void setState(Map<String, INDArray> stateMap, boolean initialize) {
            INDArray given = stateMap.get(VELOCITY);
            if (given == null) {
                throw new IllegalStateException("the state of momentum has no entry " + VELOCITY);
            }
            velocity.assign(given);
        }

        @Override
        public Map<String, INDArray> getState() {
            return Map.of(VELOCITY, velocity);
        }

        @Override
        public void setStateViewArray(
                INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
            throw new UnsupportedOperationException("the state is given when the updater is made");
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            double rate = config.rate().valueAt(iteration, epoch);
            INDArray flat = gradient.reshape(gradient.length());
            velocity.muli(config.momentum()).addi(flat.muli(rate));
            flat.assign(velocity);
        }
    }
}
