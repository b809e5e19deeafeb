package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.initbench.testing.Mnist;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The effects that the studies on MNIST are there to show, at their full size. */
@Tag("slow")
class WhatMustBeSeenTest {

    /** The share of the most frequent digit among MNIST's test labels: what a network comes to that has learnt nothing. */
    private static final double LEARNED = 0.7;

    private static final double ONE_CLASS = 0.1135;

    @BeforeAll
    static void mnistIsThere() {
        Mnist.require();
    }

    @Test
    void oneHiddenLayerUnderHeReaches97PercentInFiveEpochsAndZerosNeverLearn() {
        TrialResult he = only("mnist", "initializers=[he_normal],repetitions=1");
        assertThat(he.dataset()).isEqualTo("mnist");
        assertThat(he.test().accuracy()).isGreaterThanOrEqualTo(0.97);
        TrialResult zeros = only("mnist", "initializers=[zeros],repetitions=1,training.epochs=2");
        assertThat(zeros.curve()).allSatisfy(point -> {
            if (point.test().accuracy() != null) {
                assertThat(point.test().accuracy()).isLessThanOrEqualTo(ONE_CLASS);
            }
        });
        assertSymmetry(he, zeros);
    }

    /** 1 of 256 hidden units is different from others under zeros, all of them are under He, to the end. */
    private static void assertSymmetry(TrialResult he, TrialResult zeros) {
        assertThat(distinctHiddenUnits(zeros)).hasSizeGreaterThan(3).containsOnly(1.0 / 256);
        assertThat(distinctHiddenUnits(he)).hasSizeGreaterThan(3).containsOnly(1.0);
    }

    private static List<Double> distinctHiddenUnits(TrialResult trial) {
        return trial.layers().stream()
                .filter(row -> row.layer() == 0 && row.quantity() == Quantity.WEIGHT)
                .map(LayerRow::distinctUnitFraction)
                .map(Objects::requireNonNull)
                .toList();
    }

    @Test
    void thirtyLayersStallUnderGlorotAndFiveLearnUnderBoth() {
        for (TrialResult trial : Studies.run(
                "depth", "grid.network.depth=[5,30],initializers=[glorot_normal,he_normal],repetitions=1")) {
            if (trial.key().variant().endsWith("=5")) {
                assertThat(accuracy(trial)).as(trial.key().toString()).isGreaterThan(LEARNED);
            } else if (trial.key().init().equals("glorot_normal")) {
                assertThat(accuracy(trial)).isCloseTo(ONE_CLASS, within(1e-6));
            }
        }
    }

    /**
     * Rounding alone makes other runs of so many layers. Of 20 repetitions the mean is .839 and the deviation .061: three whose mean is
     * below .7 have a probability of 1 in 1,000.
     */
    @Test
    void thirtyLayersLearnUnderHe() {
        double mean = Studies.run("depth", "grid.network.depth=[30],initializers=[he_normal],repetitions=3").stream()
                .mapToDouble(WhatMustBeSeenTest::accuracy)
                .average()
                .orElseThrow();
        assertThat(mean).isGreaterThan(LEARNED);
    }

    private static double accuracy(TrialResult trial) {
        return Objects.requireNonNull(trial.test().accuracy());
    }

    @Test
    void fixupTrainsAtADepthWhereHeIsLost() {
        List<TrialResult> trials = Studies.run("residual", "grid.network.blocks=[20],initializers=[he_normal,fixup]");
        assertThat(trials).hasSize(6).allSatisfy(trial -> {
            if (trial.key().init().equals("he_normal")) {
                assertThat(trial.outcome()).isInstanceOf(Outcome.Diverged.class);
            } else {
                assertThat(trial.outcome()).isEqualTo(new Outcome.Completed());
                assertThat(trial.test().accuracy()).isGreaterThan(0.7);
            }
        });
    }

    private static TrialResult only(String study, String assignments) {
        List<TrialResult> trials = Studies.run(study, assignments);
        assertThat(trials).hasSize(1);
        return trials.get(0);
    }
}
