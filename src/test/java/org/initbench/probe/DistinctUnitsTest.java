package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against units that look alike by their outgoing weights, or only to float precision. */
class DistinctUnitsTest {

    @Test
    void unitsWithEqualIncomingWeightsCountOnce() {
        INDArray weights = Nd4j.createFromArray(new double[][] {{1, 1, 2, 1}, {5, 5, 5, 6}});
        assertThat(fraction(weights)).isEqualTo(3.0 / 4);
    }

    @Test
    void zerosAreOneUnitOnly() {
        assertThat(fraction(Nd4j.zeros(DataType.DOUBLE, 8, 10))).isEqualTo(1.0 / 10);
    }

    @Test
    void randomWeightsAreAllDistinct() {
        Nd4j.getRandom().setSeed(3);
        assertThat(fraction(Nd4j.randn(DataType.DOUBLE, 8, 10))).isEqualTo(1);
    }

    @Test
    void aDifferenceBelowTheToleranceOfTheLargestWeightDoesNotCount() {
        INDArray weights = Nd4j.createFromArray(new double[][] {{1000, 1000 + 1e-10, 1000 + 1e-8}});
        assertThat(fraction(weights)).isEqualTo(2.0 / 3);
    }

    @Test
    void theUnitsOfAKernelAreItsOutputChannels() {
        INDArray kernel = Nd4j.ones(DataType.DOUBLE, 3, 2, 2, 2);
        kernel.putScalar(new long[] {2, 1, 0, 1}, 7);
        assertThat(fraction(kernel)).isEqualTo(2.0 / 3);
    }

    private static double fraction(INDArray weights) {
        Sample sample = Sample.ofParameter(weights, 1, new Scratch());
        Moments moments = new Moments(Saturation.NONE);
        moments.add(sample.parts().get(0).values());
        return DistinctUnits.fraction(sample, moments.statistics(), 1e-12);
    }
}
