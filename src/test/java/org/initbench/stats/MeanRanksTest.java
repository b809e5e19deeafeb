package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards against ranks and critical differences other than those that the field prints. */
class MeanRanksTest {

    /**
     * Demšar 2006, table 6: areas under the ROC curve of C4.5, C4.5+m, C4.5+cf and C4.5+m+cf on 14 data sets. Of the 13th the
     * last two are printed alike with ranks 2 and 3; so small a difference stands in for the digits that are not printed.
     */
    private static final double[][] AREAS = {
        {0.763, 0.768, 0.771, 0.798},
        {0.599, 0.591, 0.590, 0.569},
        {0.954, 0.971, 0.968, 0.967},
        {0.628, 0.661, 0.654, 0.657},
        {0.882, 0.888, 0.886, 0.898},
        {0.936, 0.931, 0.916, 0.931},
        {0.661, 0.668, 0.609, 0.685},
        {0.583, 0.583, 0.563, 0.625},
        {0.775, 0.838, 0.866, 0.875},
        {1.000, 1.000, 1.000, 1.000},
        {0.940, 0.962, 0.965, 0.962},
        {0.619, 0.666, 0.614, 0.669},
        {0.972, 0.981, 0.97501, 0.975},
        {0.957, 0.978, 0.946, 0.970},
    };

    /** Half of the last digit that is printed. */
    private static final double PRINTED_2 = 0.005;

    private static final double PRINTED_3 = 0.0005;

    private static Friedman published() {
        return Friedman.of(Arrays.stream(AREAS)
                .map(row -> Friedman.ranks(Arrays.stream(row).map(area -> -area).toArray()))
                .toArray(double[][]::new));
    }

    @Test
    void theWorkedExampleOfDemsarComesOutAsPrinted() {
        Friedman friedman = published();
        double[] printed = {3.143, 2.000, 2.893, 1.964};
        for (int i = 0; i < printed.length; i++) {
            assertThat(friedman.meanRanks().get(i)).isCloseTo(printed[i], within(PRINTED_3));
        }
        assertThat(friedman.chiSquare()).isCloseTo(9.28, within(PRINTED_2));
        assertThat(friedman.f()).isCloseTo(3.69, within(PRINTED_2));
        assertThat(friedman.fP()).isLessThan(0.05).isLessThan(friedman.chiSquareP());
        assertThat(friedman.p()).isLessThan(0.05);
    }

    @Test
    void itsCriticalDifferencesAndWhatTheyTellApartAreThosePrinted() {
        assertThat(Nemenyi.criticalDifference(4, 14, 0.05)).isCloseTo(1.25, within(PRINTED_2));
        double lenient = Nemenyi.criticalDifference(4, 14, 0.10);
        assertThat(lenient).isCloseTo(1.12, within(PRINTED_2));
        // At 0.10 C4.5 is told apart from C4.5+m and C4.5+m+cf, and C4.5+cf from nobody.
        assertThat(Nemenyi.groups(published().meanRanks(), lenient)).containsExactly(List.of(3, 1, 2), List.of(2, 0));
        assertThat(Nemenyi.groups(published().meanRanks(), Nemenyi.criticalDifference(4, 14, 0.05)))
                .containsExactly(List.of(3, 1, 2, 0));
    }

    /** Its last digits are not all rounded to the nearest. */
    @Test
    void theCriticalValuesAreThoseOfTable5() {
        double[] strict = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};
        double[] lenient = {1.645, 2.052, 2.291, 2.459, 2.589, 2.693, 2.780, 2.855, 2.920};
        for (int i = 0; i < strict.length; i++) {
            assertThat(Nemenyi.q(i + 2, 0.05)).as("k = %d", i + 2).isCloseTo(strict[i], within(2 * PRINTED_3));
            assertThat(Nemenyi.q(i + 2, 0.10)).as("k = %d", i + 2).isCloseTo(lenient[i], within(2 * PRINTED_3));
        }
    }

    @Test
    void dataSetsThatAllRankAlikeLeaveNoDoubtAndEqualsNoDifference() {
        Friedman alike = Friedman.of(new double[][] {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}});
        assertThat(alike.f()).isInfinite();
        assertThat(alike.fP()).isZero();
        assertThat(alike.chiSquare()).isCloseTo(6, within(1e-12));
        Friedman equal = Friedman.of(new double[][] {{2, 2, 2}, {2, 2, 2}});
        assertThat(equal.chiSquare()).isZero();
        assertThat(equal.p()).isEqualTo(1);
    }

    /** Three data sets agree by chance once in 6² times; five standard errors of 100,000 permutations: false alarm 6e-7. */
    @Test
    void fewDataSetsThatAgreeAreNoProofWhateverFSays() {
        Friedman two = Friedman.of(new double[][] {{1, 2, 3}, {1, 2, 3}});
        assertThat(two.p()).isCloseTo(1.0 / 6, within(5 * Math.sqrt(5.0 / 36 / 100_000)));
        Friedman three = Friedman.of(new double[][] {{1, 2, 3}, {1, 2, 3}, {1, 2, 3}});
        assertThat(three.p()).isCloseTo(1.0 / 36, within(5 * Math.sqrt(35.0 / 1296 / 100_000)));
    }

    @Test
    void whoDiffersFromEverybodyStandsInNoGroup() {
        assertThat(Nemenyi.groups(List.of(5.0, 1.0, 3.1, 3.0), 1)).containsExactly(List.of(3, 2));
        assertThat(Nemenyi.groups(List.of(1.0, 2.0), 1)).isEmpty();
    }

    @Test
    void profilesCountDataSetsWithinAFactorOfTheBestAndTrialsAboveAScore() {
        double infinite = Double.POSITIVE_INFINITY;
        double[][] ratios = PerformanceProfile.ratios(new double[][] {{1, 2, infinite}, {0, 3, 0}});
        assertThat(ratios).isDeepEqualTo(new double[][] {{1, 2, infinite}, {1, infinite, 1}});
        assertThat(PerformanceProfile.atMost(new double[] {1, 2, infinite, 4}, 2))
                .isEqualTo(0.5);
        double[][] scores = {{0.9, 0.8, 0.7, Double.NEGATIVE_INFINITY}, {0.5}};
        assertThat(PerformanceProfile.above(scores, 0.7)).isEqualTo(0.25);
        assertThat(PerformanceProfile.above(scores, 0)).isEqualTo(0.875);
    }
}
