package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initbench.config.Training;
import org.initbench.config.Training.Adam;
import org.initbench.config.Training.Momentum;
import org.initbench.config.Training.Nesterov;
import org.initbench.config.Training.RmsProp;
import org.initbench.config.Training.Sgd;
import org.initbench.config.Training.Triangular;
import org.junit.jupiter.api.Test;

/** Prevents a setting of an updater from being dropped on its way to DL4J, which has defaults of its own. */
class UpdatersTest {

    private static final int UPDATES = 4;
    private static final double RATE = Logistic.RATE;

    /** The step of one parameter at update {@code iteration}; it keeps its state in the arrays it is made with. */
    interface Rule {
        double step(int parameter, double gradient, int iteration);
    }

    @Test
    void sgdTakesTheGradientTimesTheRate() {
        assertTrainsBy((parameter, gradient, iteration) -> RATE * gradient, Trainings.with(new Sgd()));
    }

    @Test
    void theTriangularScheduleReplacesTheRate() {
        double[] rates = {0.01, 0.255, 0.5, 0.255};
        assertTrainsBy(
                (parameter, gradient, iteration) -> rates[iteration] * gradient,
                Trainings.with(new Sgd(), new Triangular(0.01, 0.5, 2)));
    }

    @Test
    void momentumAddsTheStepToTheFadingVelocity() {
        double[] velocity = new double[3];
        assertTrainsBy(
                (parameter, gradient, iteration) -> velocity[parameter] = 0.8 * velocity[parameter] + RATE * gradient,
                Trainings.with(new Momentum(0.8)));
    }

    @Test
    void nesterovLooksOneStepAhead() {
        double[] velocity = new double[3];
        assertTrainsBy(
                (parameter, gradient, iteration) -> {
                    double before = velocity[parameter];
                    velocity[parameter] = 0.8 * before - RATE * gradient;
                    return 0.8 * before - 1.8 * velocity[parameter];
                },
                Trainings.with(new Nesterov(0.8)));
    }

    @Test
    void adamKeepsItsBetasAndEpsilon() {
        double[] mean = new double[3];
        double[] square = new double[3];
        assertTrainsBy(
                (parameter, gradient, iteration) -> {
                    mean[parameter] = 0.7 * mean[parameter] + 0.3 * gradient;
                    square[parameter] = 0.95 * square[parameter] + 0.05 * gradient * gradient;
                    double corrected = RATE * Math.sqrt(1 - Math.pow(0.95, iteration + 1));
                    corrected /= 1 - Math.pow(0.7, iteration + 1);
                    return corrected * mean[parameter] / (Math.sqrt(square[parameter]) + 0.01);
                },
                Trainings.with(new Adam(0.7, 0.95, 0.01)));
    }

    /** DL4J starts the mean square at epsilon. */
    @Test
    void rmsPropKeepsItsDecayAndEpsilon() {
        double[] square = {0.01, 0.01, 0.01};
        assertTrainsBy(
                (parameter, gradient, iteration) -> {
                    square[parameter] = 0.7 * square[parameter] + 0.3 * gradient * gradient;
                    return RATE * gradient / (Math.sqrt(square[parameter]) + 0.01);
                },
                Trainings.with(new RmsProp(0.7, 0.01)));
    }

    private static void assertTrainsBy(Rule rule, Training training) {
        double[] parameters = Logistic.start();
        for (int iteration = 0; iteration < UPDATES; iteration++) {
            double[] gradient = Logistic.gradient(parameters);
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] -= rule.step(i, gradient[i], iteration);
            }
        }
        assertThat(Logistic.trained(training, UPDATES)).containsExactly(parameters, within(1e-14));
    }
}
