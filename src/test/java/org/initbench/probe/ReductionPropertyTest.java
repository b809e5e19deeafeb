package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.initbench.result.LayerRow.Statistics;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards the reductions against a naive loop, for samples of any size, scale and offset. */
class ReductionPropertyTest {

    private static final int BINS = 7;
    private static final ProbeSettings SETTINGS =
            new ProbeSettings(i -> true, 1000, BINS, new ProbeSettings.Extremes());
    private static final double TOLERANCE = 1e-9;

    @Property(tries = 300, seed = "7")
    void doublesAgreeWithANaiveLoop(@ForAll("samples") double[] values, @ForAll("divisors") double divisor) {
        assertAgree(Nd4j.createFromArray(new double[][] {values}), values, divisor);
    }

    @Property(tries = 300, seed = "8")
    void floatsAgreeWithANaiveLoop(@ForAll("samples") double[] values, @ForAll("divisors") double divisor) {
        float[][] floats = new float[1][values.length];
        for (int i = 0; i < values.length; i++) {
            floats[0][i] = (float) values[i];
        }
        double[] rounded = new double[values.length];
        Arrays.setAll(rounded, i -> floats[0][i]);
        assertAgree(Nd4j.createFromArray(floats), rounded, divisor);
    }

    @Provide
    Arbitrary<Double> divisors() {
        return Arbitraries.of(1.0, 128.0, 100.0, -0.3);
    }

    @Provide
    Arbitrary<double[]> samples() {
        Arbitrary<Double> value = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(0.0, -0.0, 1.0, -1.0)),
                Tuple.of(4, Arbitraries.doubles().between(-1, 1)));
        Arbitrary<double[]> unit = value.array(Double[].class)
                .ofMinSize(1)
                .ofMaxSize(2500)
                .map(boxed ->
                        Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray());
        return unit.flatMap(values -> Arbitraries.of(1e-6, 1.0, 1e6)
                .flatMap(scale -> Arbitraries.of(0.0, 0.0, 3.0, -1000.0).map(offset -> Arrays.stream(values)
                        .map(each -> scale * (each + offset))
                        .toArray())));
    }

    private static void assertAgree(INDArray tensor, double[] given, double divisor) {
        Reduction reduced = Reduction.of(
                Sample.ofParameter(tensor, divisor, new Scratch()), Saturation.TANH, SETTINGS, new Scratch());
        double[] values = Arrays.stream(given).map(each -> each / divisor).toArray();
        int count = values.length;
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double mean = Arrays.stream(values).sum() / count;
        double variance =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum() / count;
        double squares = Arrays.stream(values).map(each -> each * each).sum() / count;
        Statistics statistics = reduced.statistics();
        assertThat(statistics.count()).isEqualTo(count);
        assertThat(statistics.mean()).isCloseTo(mean, within(TOLERANCE * largest));
        assertThat(statistics.std()).isCloseTo(Math.sqrt(variance), within(TOLERANCE * largest));
        assertThat(statistics.rms()).isCloseTo(Math.sqrt(squares), within(TOLERANCE * largest));
        assertThat(statistics.absMean())
                .isCloseTo(Arrays.stream(values).map(Math::abs).sum() / count, within(TOLERANCE * largest));
        assertThat(statistics.min()).isEqualTo(Arrays.stream(values).min().orElseThrow() + 0.0);
        assertThat(statistics.max()).isEqualTo(Arrays.stream(values).max().orElseThrow() + 0.0);
        assertThat(statistics.zeroFraction())
                .isEqualTo(
                        (double) Arrays.stream(values).filter(each -> each == 0).count() / count);
        assertThat(reduced.saturatedFraction())
                .isEqualTo((double) Arrays.stream(values)
                                .filter(each -> Math.abs(each) > 0.95)
                                .count()
                        / count);
        assertThat(reduced.histogram().stream().mapToLong(bin -> bin.count()).sum())
                .isEqualTo(count);
        assertThat(reduced.histogram()).hasSizeLessThanOrEqualTo(BINS);
    }
}
