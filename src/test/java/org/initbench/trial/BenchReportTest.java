package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.initbench.trial.BenchReport.Row;
import org.initbench.trial.BenchReport.Timed;
import org.junit.jupiter.api.Test;

/** A round in which the machine is slow must not make one way look slower than another. */
class BenchReportTest {

    private static final List<Timed> TIMES = List.of(
            new Timed(1, "MOONS", "shipped", 100),
            new Timed(1, "MOONS", "tuned", 50),
            new Timed(1, "MOONS", "trial", 25),
            new Timed(2, "MOONS", "shipped", 1000),
            new Timed(2, "MOONS", "tuned", 500),
            new Timed(2, "MOONS", "trial", 250),
            new Timed(3, "MOONS", "shipped", 120),
            new Timed(3, "MOONS", "tuned", 40),
            new Timed(3, "MOONS", "trial", 20),
            new Timed(1, "MOONS", "numpy", 50),
            new Timed(2, "MOONS", "numpy", 250),
            new Timed(3, "MOONS", "numpy", 25),
            new Timed(1, "OTHER", "trial", 7));

    @Test
    void waysAreComparedWithinARound() {
        assertThat(BenchReport.rows(TIMES))
                .containsExactly(
                        new Row("MOONS", "shipped", 120, 10, 2, 1, 3, 4),
                        new Row("MOONS", "tuned", 50, 12.5, 1, 2, 3, 1.6),
                        new Row("MOONS", "trial", 25, 12.5, 0.5, 4, 3, 0.8),
                        new Row("MOONS", "numpy", 50, 10, 0.625, 4, 3, 1),
                        new Row("OTHER", "trial", 7, 1, Double.NaN, Double.NaN, 1, Double.NaN));
    }

    @Test
    void theTableTakesThePlaceOfTheOneBefore() {
        String page = "# Speed\n<!-- bench -->\nold\n<!-- /bench -->\nend\n";
        List<Row> rows = BenchReport.rows(TIMES).subList(2, 3);
        assertThat(BenchReport.withTable(BenchReport.withTable(page, rows), rows))
                .isEqualTo(
                        """
                        # Speed
                        <!-- bench -->

                        | network | way | µs a step | of tuned | faster than shipped | of the peer |
                        |---|---|---:|---:|---:|---:|
                        | MOONS | trial | 25 | 0.50 | 4.0 | 0.80 |

                        <!-- /bench -->
                        end
                        """);
    }

    @Test
    void aPageWithoutMarksIsLeftAlone() {
        assertThatIllegalArgumentException().isThrownBy(() -> BenchReport.withTable("# Speed\n", List.of()));
    }
}
