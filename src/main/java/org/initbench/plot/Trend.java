package org.initbench.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.NumericAxis;
import org.initbench.result.RunResults;
import org.initbench.stats.RunStatistics;
import org.initbench.stats.SummaryRow;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** The study's metric over a number that the grid varies, each initializer at its own best rate; a panel for the rest of the grid. */
final class Trend {

    private static final int MOST_PANELS_IN_A_ROW = 2;

    private final RunResults run;
    private final Palette palette;
    private final RunStatistics statistics;
    private final NumericAxis axis;

    private Trend(RunResults run, Palette palette, RunStatistics statistics, NumericAxis axis) {
        this.run = run;
        this.palette = palette;
        this.statistics = statistics;
        this.axis = axis;
    }

    /** The sheet; none without a grid over numbers, or where nothing was reached. */
    static Stream<Sheet> sheets(RunResults run, Palette palette, RunStatistics statistics) {
        return NumericAxis.of(run)
                .map(axis -> new Trend(run, palette, statistics, axis))
                .filter(trend -> trend.values().length > 0)
                .map(Trend::sheet)
                .stream();
    }

    private Sheet sheet() {
        List<Panel> panels = axis.others().stream().distinct().map(this::panel).toList();
        int columns = Math.min(MOST_PANELS_IN_A_ROW, panels.size());
        String metric = Names.of(run.metric());
        return new Sheet(
                "trend-" + run.metric().column() + ".png",
                run.title() + ": " + metric + " over " + axis.path(),
                "Mean over completed repetitions; band: its 95 % interval, from three repetitions on"
                        + (statistics.rates().isEmpty() ? "." : "; each initializer at its own best learning rate."),
                columns,
                columns == 1 ? 860 : 600,
                List.of(new Section("", null, panels)),
                LegendItem.of(run.initializers(), palette));
    }

    /** All of the metric that is drawn, so that panels can be compared. */
    private double[] values() {
        return axis.variants().stream()
                .flatMap(variant -> run.initializers().stream().flatMap(init -> row(variant, init).stream()))
                .map(this::estimate)
                .flatMapToDouble(reached -> DoubleStream.of(reached.mean(), reached.low(), reached.high()))
                .filter(Double::isFinite)
                .toArray();
    }

    private Panel panel(String other) {
        List<String> variants = axis.variants().stream()
                .filter(variant -> axis.other(variant).equals(other))
                .sorted((one, two) -> Double.compare(axis.number(one), axis.number(two)))
                .toList();
        double[] numbers =
                axis.numbers().stream().mapToDouble(Double::doubleValue).toArray();
        ValueAxis x = Axes.marked(axis.path(), numbers);
        XYPlot plot = Axes.markers(x, Axes.metric(run.metric(), values()));
        run.initializers().forEach(init -> drawBand(plot, init, variants));
        List<String> notes = new ArrayList<>();
        for (String init : run.initializers()) {
            double[] at = variants.stream().mapToDouble(axis::number).toArray();
            double[] means = variants.stream()
                    .mapToDouble(variant -> estimate(variant, init).mean())
                    .toArray();
            Series.line(plot, at, means, palette.color(init), palette.stroke(init), palette.marker(init));
            lost(init, variants).ifPresent(notes::add);
        }
        return Panel.of(other, notes, plot);
    }

    private void drawBand(XYPlot plot, String init, List<String> variants) {
        List<String> known = variants.stream()
                .filter(variant -> estimate(variant, init).hasInterval())
                .toList();
        Series.band(
                plot,
                known.stream().mapToDouble(axis::number).toArray(),
                known.stream()
                        .mapToDouble(variant -> estimate(variant, init).low())
                        .toArray(),
                known.stream()
                        .mapToDouble(variant -> estimate(variant, init).high())
                        .toArray(),
                palette.color(init));
    }

    /** Where trials diverged at the rate that is drawn, and where they have no mark. */
    private Optional<String> lost(String init, List<String> variants) {
        String where = variants.stream()
                .flatMap(variant -> row(variant, init).stream()
                        .filter(row -> row.trials().completed() < row.trials().all())
                        .map(row -> (row.trials().all() - row.trials().completed()) + " of "
                                + row.trials().all() + " at " + Axes.plain(axis.number(variant))))
                .collect(Collectors.joining(", "));
        return where.isEmpty() ? Optional.empty() : Optional.of(init + ": did not complete in " + where);
    }

    /** An initializer's trials at its own best rate, or at the first one where none is best. */
    private Optional<SummaryRow> row(String variant, String init) {
        List<SummaryRow> rows = statistics.summary().stream()
                .filter(row -> row.variant().equals(variant) && row.init().equals(init))
                .toList();
        return rows.stream().filter(this::isOwnBest).findFirst().or(() -> rows.stream()
                .findFirst());
    }

    private boolean isOwnBest(SummaryRow row) {
        return statistics.rates().stream()
                .anyMatch(rate -> rate.isBest()
                        && rate.variant().equals(row.variant())
                        && rate.init().equals(row.init())
                        && rate.learningRate() == row.learningRate());
    }

    private Estimate estimate(String variant, String init) {
        return row(variant, init).map(this::estimate).orElse(new Estimate(Double.NaN, Double.NaN, Double.NaN));
    }

    private Estimate estimate(SummaryRow row) {
        return Estimate.of(row.of(run.metric()), run.metric());
    }
}
