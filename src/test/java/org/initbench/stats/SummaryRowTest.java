package org.initbench.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.initbench.stats.Bootstrap.Interval;
import org.initbench.stats.SummaryRow.Counts;
import org.initbench.stats.SummaryRow.Spread;
import org.initbench.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents columns of the summary that move or swap their values. */
class SummaryRowTest {

    private static final Spread NOTHING = new Spread(null, null, null);

    @Test
    void writesTheGoldenFile(@TempDir Path folder) throws IOException {
        SummaryRow full = new SummaryRow(
                "moons",
                "network.activation=relu",
                "normal(mean=0,std=10)",
                0.01,
                new Counts(10, 4, 3, 2, 1),
                new Spread(0.5, 0.25, new Interval(0.125, 0.75)),
                new Spread(1.5, 1.25, new Interval(1.125, 1.75)),
                new Spread(0.9, null, null),
                Double.POSITIVE_INFINITY,
                1.5);
        SummaryRow empty = new SummaryRow(
                "moons", "", "zeros", 0.01, new Counts(1, 0, 0, 1, 0), NOTHING, NOTHING, NOTHING, null, null);
        SummaryRow.table().write(folder, Stream.of(full, empty));
        Golden.assertSame(folder.resolve("summary.csv"));
    }
}
