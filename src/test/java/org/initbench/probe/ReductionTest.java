package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initbench.result.LayerRow.Statistics;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.iter.NdIndexIterator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Guards against a fast reduction that reads the wrong part of a buffer, or rounds away the deviation. */
class ReductionTest {

    private static final ProbeSettings SETTINGS = new ProbeSettings(i -> true, 1000, 7, new ProbeSettings.Extremes());
    private static final double TOLERANCE = 1e-13;

    static Stream<Named<INDArray>> tensors() {
        Nd4j.getRandom().setSeed(5);
        INDArray wide = Nd4j.randn(DataType.DOUBLE, 40, 70);
        INDArray images = Nd4j.randn(DataType.FLOAT, 6, 4, 5, 3);
        INDArray many = Nd4j.randn(DataType.FLOAT, 301, 43);
        return Stream.of(
                Named.of("double, C order", wide),
                Named.of("double, Fortran order", wide.dup('f')),
                Named.of("float", wide.castTo(DataType.FLOAT)),
                Named.of("transposed", wide.transpose()),
                Named.of("view", wide.get(NDArrayIndex.interval(3, 21), NDArrayIndex.interval(11, 60))),
                Named.of("strided view", wide.get(NDArrayIndex.interval(0, 2, 40), NDArrayIndex.all())),
                Named.of("with zeros", wide.mul(wide.gt(0).castTo(DataType.DOUBLE))),
                Named.of("single value", Nd4j.createFromArray(new double[][] {{-3.5}})),
                Named.of("images", images),
                Named.of("images, Fortran order", images.dup('f')),
                Named.of("sequence", Nd4j.randn(DataType.DOUBLE, 5, 4, 9)),
                Named.of("many floats, half of them zeros", many.mul(many.gt(0).castTo(DataType.FLOAT))),
                Named.of("more than a block", Nd4j.randn(DataType.DOUBLE, 3000, 3)));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("tensors")
    void statisticsAgreeWithANaiveLoop(INDArray tensor) {
        Sample sample = new Sample();
        sample.add(tensor, 1, new Scratch());
        assertAgree(Reduction.of(sample, Saturation.TANH, SETTINGS, new Scratch()), values(tensor, tensor.size(0)));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("tensors")
    void theFirstExamplesAgreeWithANaiveLoop(INDArray tensor) {
        Sample sample = new Sample();
        sample.add(new StepMask(null).present(tensor, 2, 0).orElseThrow(), 1, new Scratch());
        assertAgree(
                Reduction.of(sample, Saturation.TANH, SETTINGS, new Scratch()),
                values(tensor, Math.min(2, tensor.size(0))));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("tensors")
    void parametersAreReadWhole(INDArray tensor) {
        assertAgree(
                Reduction.of(Sample.ofParameter(tensor, 1, new Scratch()), Saturation.TANH, SETTINGS, new Scratch()),
                values(tensor, tensor.size(0)));
    }

    @Test
    void theDeviationSurvivesAMeanThatIsLargeBesideIt() {
        INDArray tensor = Nd4j.createFromArray(new double[][] {{1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4}});
        Statistics statistics = Reduction.of(
                        Sample.ofParameter(tensor, 1, new Scratch()), Saturation.NONE, SETTINGS, new Scratch())
                .statistics();
        assertThat(statistics.std()).isCloseTo(Math.sqrt(1.25), within(1e-15));
    }

    @Test
    void aUnitIsDeadWhenItIsZeroForEveryExampleAndStep() {
        Sample sample = new Sample();
        sample.add(Nd4j.createFromArray(new double[][] {{0, 1, 0}, {0, 0, 0}}), 1, new Scratch());
        sample.add(Nd4j.createFromArray(new double[][] {{0, 0, 2}, {0, 0, 0}}), 1, new Scratch());
        assertThat(sample.deadUnitFraction()).isEqualTo(1.0 / 3);
        assertThat(Reduction.of(sample, Saturation.NONE, SETTINGS, new Scratch())
                        .statistics()
                        .zeroFraction())
                .isEqualTo(10.0 / 12);
    }

    @Test
    void whatIsInfiniteHasAnInfiniteSize() {
        INDArray tensor = Nd4j.createFromArray(new float[][] {{1, Float.NEGATIVE_INFINITY, 3}});
        Statistics statistics = Reduction.of(
                        Sample.ofParameter(tensor, 1, new Scratch()), Saturation.NONE, SETTINGS, new Scratch())
                .statistics();
        assertThat(statistics.rms()).isInfinite();
        assertThat(statistics.min()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(statistics.max()).isEqualTo(3);
    }

    @Test
    void notANumberShowsInEveryMomentAndNotInTheHistogram() {
        INDArray tensor = Nd4j.createFromArray(new double[][] {{1, Double.NaN, 3}});
        Reduction reduced =
                Reduction.of(Sample.ofParameter(tensor, 1, new Scratch()), Saturation.NONE, SETTINGS, new Scratch());
        assertThat(reduced.statistics().mean()).isNaN();
        assertThat(reduced.statistics().max()).isNaN();
        assertThat(reduced.histogram().stream().mapToLong(bin -> bin.count()).sum())
                .isEqualTo(2);
        assertThat(reduced.histogram().get(0).low()).isEqualTo(1);
    }

    @Test
    void nothingFiniteHasNoHistogram() {
        INDArray tensor = Nd4j.createFromArray(new double[][] {{Double.NaN, Double.NaN}});
        assertThat(Reduction.of(Sample.ofParameter(tensor, 1, new Scratch()), Saturation.NONE, SETTINGS, new Scratch())
                        .histogram())
                .isEmpty();
    }

    private static void assertAgree(Reduction reduced, List<Double> values) {
        int count = values.size();
        double mean = 0;
        double squares = 0;
        double magnitudes = 0;
        int zeros = 0;
        int saturated = 0;
        for (double value : values) {
            mean += value / count;
            squares += value * value / count;
            magnitudes += Math.abs(value) / count;
            zeros += value == 0 ? 1 : 0;
            saturated += Math.abs(value) > 0.95 ? 1 : 0;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / count;
        }
        Statistics statistics = reduced.statistics();
        assertThat(statistics.count()).isEqualTo(count);
        assertThat(statistics.mean()).isCloseTo(mean, within(TOLERANCE));
        assertThat(statistics.std()).isCloseTo(Math.sqrt(variance), within(TOLERANCE));
        assertThat(statistics.rms()).isCloseTo(Math.sqrt(squares), within(TOLERANCE));
        assertThat(statistics.absMean()).isCloseTo(magnitudes, within(TOLERANCE));
        assertThat(statistics.min())
                .isEqualTo(values.stream().min(Double::compare).orElseThrow());
        assertThat(statistics.max())
                .isEqualTo(values.stream().max(Double::compare).orElseThrow());
        assertThat(statistics.zeroFraction()).isEqualTo((double) zeros / count);
        assertThat(reduced.saturatedFraction()).isEqualTo((double) saturated / count);
        assertThat(reduced.histogram().stream().mapToLong(bin -> bin.count()).sum())
                .isEqualTo(count);
    }

    private static List<Double> values(INDArray tensor, long examples) {
        List<Double> values = new ArrayList<>();
        long[] shape = tensor.shape().clone();
        shape[0] = examples;
        NdIndexIterator positions = new NdIndexIterator('c', shape);
        while (positions.hasNext()) {
            values.add(tensor.getDouble(positions.next()) + 0.0);
        }
        return values;
    }
}
