package org.initbench.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initbench.result.Endings;
import org.initbench.result.GridAxes;
import org.initbench.result.Metric;
import org.initbench.stats.ComparisonRow.Duels;
import org.initbench.stats.RateRow.Best;
import org.initbench.stats.SummaryRow.InterquartileMeans;
import org.initbench.stats.SummaryRow.ToTarget;
import org.initbench.stats.SummaryRow.ValueErrors;
import org.initbench.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents columns of the statistics that move or swap their values. */
class StatisticsRowsTest {

    private static final Spread NOTHING = Spread.of(new double[0]);
    private static final InterquartileMean NO_MEAN = InterquartileMean.of(new double[0]);
    private static final String INIT = "normal(mean=0,std=10)";

    private static final List<SummaryRow> SUMMARY = List.of(
            new SummaryRow(
                    "moons",
                    "network.activation=relu",
                    INIT,
                    0.01,
                    new Endings(10, 4, 3, 2, 1),
                    new Spread(0.5, 0.25, new Interval(0.125, 0.75)),
                    new Spread(0.8, 0.03, new Interval(0.7, 0.85)),
                    new Spread(1.5, 1.25, new Interval(1.125, 1.75)),
                    new Spread(0.9, null, null),
                    new Spread(0.95, 0.02, new Interval(0.92, 0.97)),
                    new InterquartileMeans(
                            new InterquartileMean(0.51, new Interval(0.13, 0.76)),
                            new InterquartileMean(0.81, new Interval(0.71, 0.86)),
                            new InterquartileMean(1.51, new Interval(1.13, 1.76)),
                            new InterquartileMean(0.91, null),
                            new InterquartileMean(0.96, new Interval(0.93, 0.98))),
                    new ToTarget(Double.POSITIVE_INFINITY, 2L),
                    new Spread(1.5, 0.5, new Interval(1.0, 2.0)),
                    Standing.TIED,
                    new ValueErrors(
                            new Spread(2.5, 0.5, new Interval(2.0, 3.0)), new Spread(2.25, null, null), NOTHING),
                    new ValueErrors(
                            new Spread(3.5, 0.75, null),
                            new Spread(3.25, 0.125, new Interval(3.0, 3.375)),
                            new Spread(0.75, 0.25, new Interval(0.5, 0.875)))),
            new SummaryRow(
                    "moons",
                    "base",
                    "zeros",
                    0.01,
                    new Endings(1, 0, 0, 1, 0),
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    new InterquartileMeans(NO_MEAN, NO_MEAN, NO_MEAN, NO_MEAN, NO_MEAN),
                    new ToTarget(null, null),
                    NOTHING,
                    null,
                    new ValueErrors(NOTHING, NOTHING, NOTHING),
                    new ValueErrors(NOTHING, NOTHING, NOTHING)));

    private static final List<ComparisonRow> COMPARISONS = List.of(
            new ComparisonRow(
                    "moons",
                    "network.activation=relu",
                    0.01,
                    INIT,
                    "zeros",
                    Metric.TEST_ACCURACY,
                    new Duels(4, 3, 2, 8),
                    0.625,
                    new Interval(0.5, 0.75),
                    0.6875,
                    new Spread(0.25, 0.125, new Interval(-0.5, 1.0)),
                    new PairedTest(0.0625, 1),
                    0.125),
            new ComparisonRow(
                    "moons",
                    "base",
                    0.01,
                    INIT,
                    "zeros",
                    Metric.TRAIN_LOSS,
                    new Duels(0, 0, 0, 0),
                    null,
                    null,
                    null,
                    NOTHING,
                    null,
                    null));

    private static final List<RateRow> RATES = List.of(
            new RateRow(
                    "moons",
                    "network.activation=relu",
                    INIT,
                    0.01,
                    Metric.TEST_ACCURACY,
                    new Endings(10, 4, 3, 2, 1),
                    new Spread(0.5, 0.25, new Interval(0.125, 0.75)),
                    2.5,
                    new Best(0.1, 1.5, 0.0625, Standing.BEHIND)),
            new RateRow(
                    "moons",
                    "base",
                    "zeros",
                    0.1,
                    Metric.TEST_ACCURACY,
                    new Endings(1, 0, 0, 1, 0),
                    NOTHING,
                    null,
                    null));

    @Test
    void writesTheGoldenFiles(@TempDir Path folder) throws IOException {
        new RunStatistics(SUMMARY, COMPARISONS, RATES).write(folder, new GridAxes(List.of("network.activation")));
        Golden.assertSame(folder.resolve("summary.csv"));
        Golden.assertSame(folder.resolve("comparisons.csv"));
        Golden.assertSame(folder.resolve("rates.csv"));
    }
}
