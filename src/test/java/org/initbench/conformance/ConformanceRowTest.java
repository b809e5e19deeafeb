package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.initbench.conformance.Drawn.Missing;
import org.initbench.conformance.Finding.Property;
import org.initbench.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents columns that move or swap their values, and verdicts that do not follow from the tests. */
class ConformanceRowTest {

    private static final Shape DENSE = Shape.dense(4, 5);
    private static final Shape KERNEL = Shape.convolution(2, 3, 1, 2, 2);

    @TempDir
    private Path folder;

    @Test
    void theTableIsAsDocumented() throws IOException {
        Finding finding = new Finding(
                new Moments(20, 0.125, 1, 3),
                new Found(Family.UNIFORM, 0.25),
                List.of(
                        new Finding.Test(Property.MEAN, 0.5),
                        new Finding.Test(Property.VARIANCE, 0),
                        new Finding.Test(Property.DISTRIBUTION, 0)));
        ConformanceRow deviating = new ConformanceRow(
                "normal(mean=0,std=2)",
                DENSE,
                Fan.FAN_IN,
                Promise.of(NormalDistribution.of(0, 2)),
                finding,
                new Moments.Interval(0.5, 2),
                Verdict.DEVIATES,
                0.03125,
                "uniform, and more");
        Missing missing = new Missing(Verdict.REFUSED, "no rule");
        ConformanceRow.table()
                .write(folder, Stream.of(deviating, ConformanceRow.missing("identity", KERNEL, Fan.NONE, missing)));
        Golden.assertSame(folder.resolve("conformance.csv"));
    }

    @Test
    void aVerdictSaysWhatIsDifferent() {
        Promise promise = Promise.of(NormalDistribution.of(0, 1));
        double[] sound = Samples.of(NormalDistribution.of(0, 1), 10_000, 1);
        double[] wide = Samples.of(NormalDistribution.of(0, 2), 10_000, 1);
        ConformanceRow conforms = judged(sound, promise);
        assertThat(conforms.verdict()).isEqualTo(Verdict.CONFORMS);
        assertThat(conforms.remark()).isEmpty();
        assertThat(conforms.falseAlarm()).isEqualTo(3e-6);
        assertThat(judged(wide, promise).verdict()).isEqualTo(Verdict.DEVIATES);
        assertThat(judged(wide, promise).remark()).matches("(3\\.9|4).* times the variance");
        ConformanceRow unjudged = judged(sound, Promise.NONE);
        assertThat(unjudged.verdict()).isEqualTo(Verdict.NO_PROMISE);
        assertThat(unjudged.falseAlarm()).isNull();
        Promise varianceAlone = new Promise(OptionalDouble.of(4), Optional.empty());
        assertThat(judged(wide, varianceAlone).falseAlarm()).isEqualTo(2e-6);
    }

    private static ConformanceRow judged(double[] weights, Promise promise) {
        return ConformanceRow.judged("x", DENSE, Fan.NONE, promise, Finding.of(weights, promise), 1e-6);
    }
}
