package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;

/** Guards against relations that hold for one shape only. */
class TwinsTest {

    private static final Shape SMALL = Shape.dense(2, 3);
    private static final Shape LARGE = Shape.dense(4, 5);

    private static final Drawn UNIT = drawn(WeightInit.NORMAL, 1, 1);

    @Test
    void theSameValuesAndWholeMultiplesAreNamed() {
        List<Drawn> all = List.of(
                UNIT,
                drawn(WeightInit.LECUN_NORMAL, 1, 1),
                drawn(WeightInit.XAVIER_FAN_IN, 1, 1),
                drawn(WeightInit.RELU, 3, 3));
        assertThat(Twins.remarks(UNIT, all)).containsExactly("same values as LECUN_NORMAL and XAVIER_FAN_IN");
        assertThat(Twins.remarks(all.get(3), all)).containsExactly("3 × NORMAL and LECUN_NORMAL and XAVIER_FAN_IN");
    }

    @Test
    void otherFactorsAndOnesThatDependOnTheShapeAreNot() {
        List<Drawn> others = List.of(
                drawn(WeightInit.RELU, 1.5, 1.5),
                drawn(WeightInit.XAVIER, 2, 3),
                drawn(WeightInit.UNIFORM, -1, -1),
                drawn(WeightInit.ZERO, 0, 0));
        others.forEach(other -> assertThat(Twins.remarks(other, List.of(UNIT))).isEmpty());
        assertThat(Twins.remarks(UNIT, others)).isEmpty();
    }

    private static Drawn drawn(WeightInit constant, double small, double large) {
        return new Drawn(
                Subject.of(constant), Map.of(SMALL, weights(SMALL, small), LARGE, weights(LARGE, large)), Map.of());
    }

    private static double[] weights(Shape shape, double factor) {
        return Arrays.stream(Samples.of(NormalDistribution.of(0, 1), shape.inputs() * shape.units(), 1))
                .map(value -> factor * value)
                .toArray();
    }
}
