package org.initbench.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards against maps that are off by a layer, by a square root, or by a coarse quadrature. */
class MeanFieldTest {

    private static final double EXACT = 1e-13;

    @Test
    void heKeepsTheSecondMomentOfReluAndLecunHalvesItInEachLayer() {
        List<Double> he = new MeanField(Nonlinearity.relu(), 2, 0).forward(1, 30);
        List<Double> lecun = new MeanField(Nonlinearity.relu(), 1, 0).forward(1, 30);
        for (int layer = 0; layer < 30; layer++) {
            assertThat(Nonlinearity.relu().secondMoment(he.get(layer))).isCloseTo(1, within(EXACT));
            assertThat(Nonlinearity.relu().secondMoment(lecun.get(layer)))
                    .isCloseTo(Math.pow(2, -(layer + 1)), within(EXACT));
        }
    }

    /** Published for tanh with σw² = 1 and standard-normal input. */
    @Test
    void theLadderOfTanhUnderLecunNormal() {
        double[] expected = {0.628, 0.486, 0.408, 0.358, 0.322};
        List<Double> moments = new MeanField(Nonlinearity.tanh(), 1, 0).forward(1, 5);
        for (int layer = 0; layer < 5; layer++) {
            assertThat(Math.sqrt(Nonlinearity.tanh().secondMoment(moments.get(layer))))
                    .isCloseTo(expected[layer], within(0.0005));
        }
    }

    /** Schoenholz et al. 2017: tanh with σb² = 0.05. */
    @Test
    void theEdgeOfChaosOfTanhWithBiases() {
        EdgeOfChaos edge = EdgeOfChaos.of(Nonlinearity.tanh(), 0.05);
        assertThat(edge.weightVariance()).isCloseTo(1.761, within(0.0005));
        assertThat(edge.fixedPoint()).isCloseTo(0.570, within(0.0005));
        MeanField there = new MeanField(Nonlinearity.tanh(), edge.weightVariance(), 0.05);
        assertThat(there.chi(edge.fixedPoint())).isCloseTo(1, within(1e-10));
        assertThat(there.next(edge.fixedPoint())).isCloseTo(edge.fixedPoint(), within(1e-10));
    }

    @Test
    void withoutBiasesTheEdgeOfChaosIsWhereTheSlopeAtZeroKeepsSignals() {
        EdgeOfChaos edge = EdgeOfChaos.of(Nonlinearity.tanh(), 0);
        assertThat(edge.weightVariance()).isCloseTo(1, within(1e-9));
        assertThat(edge.fixedPoint()).isCloseTo(0, within(1e-9));
        assertThat(EdgeOfChaos.of(Nonlinearity.relu(), 0).weightVariance()).isEqualTo(2);
        assertThat(EdgeOfChaos.of(Nonlinearity.leakyRelu(0.5), 0).weightVariance())
                .isEqualTo(1.6);
        assertThat(EdgeOfChaos.of(Nonlinearity.linear(), 0).weightVariance()).isEqualTo(1);
    }

    @Test
    void theSigmoidHasAnEdgeOfChaosFarFromZero() {
        EdgeOfChaos edge = EdgeOfChaos.of(Nonlinearity.sigmoid(), 0);
        MeanField there = new MeanField(Nonlinearity.sigmoid(), edge.weightVariance(), 0);
        assertThat(edge.fixedPoint()).isGreaterThan(1);
        assertThat(there.chi(edge.fixedPoint())).isCloseTo(1, within(1e-9));
        assertThat(there.next(edge.fixedPoint())).isCloseTo(edge.fixedPoint(), withinPercentage(1e-7));
    }

    @Test
    void biasesMakeTheSignalsOfPiecewiseLinearActivationsGrowAndLeaveGradientsAlone() {
        EdgeOfChaos edge = EdgeOfChaos.of(Nonlinearity.relu(), 0.1);
        assertThat(edge.weightVariance()).isEqualTo(2);
        assertThat(edge.fixedPoint()).isInfinite();
        assertThat(new MeanField(Nonlinearity.relu(), 2, 0.1).forward(1, 11).get(10))
                .isCloseTo(3.1, within(1e-12));
    }

    @Test
    void gradientsOfReluShrinkByHalfInEachLayerUnderLecunAndStayUnderHe() {
        assertThat(new MeanField(Nonlinearity.relu(), 1, 0).gradientRatio(1, 11))
                .isCloseTo(Math.pow(2, -10), within(EXACT));
        assertThat(new MeanField(Nonlinearity.relu(), 2, 0).gradientRatio(1, 11))
                .isCloseTo(1, within(EXACT));
    }

    @Test
    void theDepthScaleGrowsWithoutBoundTowardsTheEdgeOfChaos() {
        EdgeOfChaos edge = EdgeOfChaos.of(Nonlinearity.tanh(), 0.05);
        double near = new MeanField(Nonlinearity.tanh(), edge.weightVariance() * 1.001, 0.05).depthScale();
        double far = new MeanField(Nonlinearity.tanh(), edge.weightVariance() * 1.5, 0.05).depthScale();
        assertThat(near).isGreaterThan(100 * far);
        assertThat(new MeanField(Nonlinearity.relu(), 1, 0).depthScale()).isCloseTo(1 / Math.log(2), within(EXACT));
    }

    @Test
    void momentsOfSaturatedTanhAgreeWithTheirAsymptote() {
        double q = 1e6;
        double width = Math.sqrt(2 / (Math.PI * q));
        assertThat(1 - Nonlinearity.tanh().secondMoment(q)).isCloseTo(width, withinPercentage(0.01));
        assertThat(Nonlinearity.tanh().squaredSlope(q)).isCloseTo(width * 2 / 3, withinPercentage(0.01));
    }

    @Test
    void momentsOfTheSigmoidFollowFromItsSymmetry() {
        for (double q : new double[] {0, 0.01, 1, 30, 1e4}) {
            assertThat(Nonlinearity.sigmoid().mean(q)).isCloseTo(0.5, within(EXACT));
            double ofTanh = Nonlinearity.tanh().secondMoment(q / 4);
            assertThat(Nonlinearity.sigmoid().secondMoment(q)).isCloseTo((1 + ofTanh) / 4, within(1e-12));
        }
    }
}
