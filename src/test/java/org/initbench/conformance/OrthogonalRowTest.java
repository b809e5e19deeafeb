package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.initbench.conformance.OrthogonalRow.Outcome;
import org.initbench.process.ChildJvm.Ending.Exited;
import org.initbench.process.ChildJvm.Ending.Killed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a hang or a crash of native code that ends the audit, or passes for a result. */
class OrthogonalRowTest {

    private static final Shape SHAPE = Shape.dense(2, 2);

    @ParameterizedTest
    @CsvSource({
        "0, largest deviation 1.0E-6, ORTHOGONAL, ''",
        "0, largest deviation 0.5, NOT_ORTHOGONAL, ''",
        "0, largest deviation NaN, NOT_ORTHOGONAL, ''",
        "134, # SIGSEGV, CRASHED, exit code 134",
        "1, Exception in thread \"main\" java.lang.X: y, FAILED, Exception in thread \"main\" java.lang.X: y"
    })
    void theEndOfTheProcessIsTheOutcome(int code, String output, Outcome outcome, String remark) {
        OrthogonalRow row = OrthogonalRow.of(SHAPE, new Exited(code, "noise\n" + output + "\n"));
        assertThat(row.outcome()).isEqualTo(outcome);
        assertThat(row.remark()).isEqualTo(remark);
        assertThat(row.deviation() != null).isEqualTo(code == 0);
    }

    @Test
    void aKilledProcessHung() {
        assertThat(OrthogonalRow.of(SHAPE, new Killed(Duration.ofSeconds(20))))
                .isEqualTo(new OrthogonalRow(SHAPE, Outcome.HUNG, null, "killed after 20 s"));
    }

    /** Whatever DL4J does with it, within this time or not, there is an outcome. */
    @Test
    void aRealDrawEndsInAnOutcome() throws Exception {
        OrthogonalRow row = OrthogonalRow.of(Shape.dense(8, 8), Duration.ofSeconds(5));
        assertThat(row.deviation() == null)
                .isEqualTo(row.outcome() != Outcome.ORTHOGONAL && row.outcome() != Outcome.NOT_ORTHOGONAL);
        assertThat(row.deviation() == null).isNotEqualTo(row.remark().isEmpty());
    }

    @Test
    void theDeviationIsThatOfTheShorterSide() {
        double[] tall = {0.6, 0.8, 0.8, -0.6, 0, 0};
        double[] wide = {0.6, 0.8, 0, 0.8, -0.6, 0};
        double[] stretched = {0.6, 0.8, 0, 1.6, -1.2, 0};
        assertThat(OrthogonalMain.largestDeviation(tall, 3)).isCloseTo(0, within(1e-15));
        assertThat(OrthogonalMain.largestDeviation(wide, 2)).isCloseTo(0, within(1e-15));
        assertThat(OrthogonalMain.largestDeviation(stretched, 2)).isCloseTo(3, within(1e-15));
    }
}
