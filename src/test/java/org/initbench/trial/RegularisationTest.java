package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initbench.config.Training.Momentum;
import org.initbench.config.Training.Sgd;
import org.junit.jupiter.api.Test;

/** Prevents penalties on biases, clipping across parameters, and either from being dropped or taken in another order. */
class RegularisationTest {

    private static final double RATE = Logistic.RATE;

    @Test
    void l2PullsWeightsAndLeavesBiases() {
        double[] w = Logistic.start();
        double[] g = Logistic.gradient(w);
        assertThat(Logistic.trained(Trainings.with(new Sgd(), 0.3, 0), 1))
                .containsExactly(
                        new double[] {
                            w[0] - RATE * (g[0] + 0.3 * w[0]), w[1] - RATE * (g[1] + 0.3 * w[1]), w[2] - RATE * g[2],
                        },
                        within(1e-15));
    }

    @Test
    void clippingShrinksWeightsTogetherAndBiasesApart() {
        double[] w = Logistic.start();
        double[] g = Logistic.gradient(w);
        double weightNorm = Math.hypot(g[0], g[1]);
        double limit = 0.2;
        assertThat(weightNorm).isGreaterThan(limit);
        assertThat(Math.abs(g[2])).isLessThan(limit);
        assertThat(Logistic.trained(Trainings.with(new Sgd(), 0, limit), 1))
                .containsExactly(
                        new double[] {
                            w[0] - RATE * g[0] * limit / weightNorm,
                            w[1] - RATE * g[1] * limit / weightNorm,
                            w[2] - RATE * g[2],
                        },
                        within(1e-15));
    }

    @Test
    void thePenaltyIsAddedAfterClippingAndGoesThroughTheUpdater() {
        double[] w = Logistic.start();
        double[] velocity = new double[3];
        double limit = 0.2;
        for (int update = 0; update < 3; update++) {
            double[] g = Logistic.gradient(w);
            double shrink = Math.min(1, limit / Math.hypot(g[0], g[1]));
            double[] total = {
                g[0] * shrink + 0.3 * w[0], g[1] * shrink + 0.3 * w[1], g[2] * Math.min(1, limit / Math.abs(g[2])),
            };
            for (int i = 0; i < 3; i++) {
                velocity[i] = 0.8 * velocity[i] + RATE * total[i];
                w[i] -= velocity[i];
            }
        }
        assertThat(Logistic.trained(Trainings.with(new Momentum(0.8), 0.3, limit), 3))
                .containsExactly(w, within(1e-14));
    }
}
