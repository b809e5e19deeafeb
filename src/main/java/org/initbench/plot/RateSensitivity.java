package org.initbench.plot;

import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.RunResults;
import org.initbench.stats.RateRow;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** The study's metric over learning rates, a panel for each variant. */
final class RateSensitivity {

    private static final int MOST_PANELS_IN_A_ROW = 2;
    private static final double EDGE = 0.02;
    private static final double STEP = 0.025;

    private final RunResults run;
    private final Palette palette;
    private final List<RateRow> rates;

    private RateSensitivity(RunResults run, Palette palette, List<RateRow> rates) {
        this.run = run;
        this.palette = palette;
        this.rates = rates;
    }

    /** The sheet; none for a single learning rate. */
    static Stream<Sheet> sheets(RunResults run, Palette palette, List<RateRow> rates) {
        return rates.isEmpty() ? Stream.empty() : Stream.of(new RateSensitivity(run, palette, rates).sheet());
    }

    private Sheet sheet() {
        List<Panel> panels = run.variants().stream().map(this::panel).toList();
        int columns = Math.min(MOST_PANELS_IN_A_ROW, panels.size());
        return new Sheet(
                "learning-rate-sensitivity.png",
                run.title() + ": " + Names.of(run.metric()) + " by learning rate",
                "Mean over completed repetitions; band: its 95 % interval, from three repetitions on; ring: the best "
                        + "rate of an initializer; ×: some repetition diverged there.",
                columns,
                columns == 1 ? 860 : 600,
                List.of(new Section("", null, panels)),
                LegendItem.of(run.initializers(), palette));
    }

    private Panel panel(String variant) {
        List<RateRow> rows =
                rates.stream().filter(row -> row.variant().equals(variant)).toList();
        double[] values = rows.stream()
                .map(this::estimate)
                .flatMapToDouble(reached -> DoubleStream.of(reached.mean(), reached.low(), reached.high()))
                .filter(Double::isFinite)
                .toArray();
        if (values.length == 0) {
            return Panel.empty(Names.ofVariant(variant), "no repetition completed at any learning rate");
        }
        double[] allRates = rows.stream().mapToDouble(RateRow::learningRate).toArray();
        XYPlot plot = Axes.markers(Axes.rates(allRates), Axes.metric(run.metric(), values));
        List<String> notes = new ArrayList<>();
        rows.stream().map(RateRow::init).distinct().forEach(init -> drawBand(plot, init, of(rows, init)));
        for (String init : run.initializers()) {
            List<RateRow> own = of(rows, init);
            draw(plot, init, own);
            if (!own.isEmpty() && own.stream().allMatch(row -> row.values().mean() == null)) {
                notes.add(init + ": no repetition completed at any learning rate");
            }
        }
        return Panel.of(Names.ofVariant(variant), notes, plot);
    }

    private static List<RateRow> of(List<RateRow> rows, String init) {
        return rows.stream()
                .filter(row -> row.init().equals(init))
                .sorted(Comparator.comparingDouble(RateRow::learningRate))
                .toList();
    }

    private void drawBand(XYPlot plot, String init, List<RateRow> rows) {
        double[] x = rows.stream().mapToDouble(RateRow::learningRate).toArray();
        double[] low = rows.stream().mapToDouble(row -> estimate(row).low()).toArray();
        double[] high = rows.stream().mapToDouble(row -> estimate(row).high()).toArray();
        Series.band(plot, x, low, high, palette.color(init));
    }

    private void draw(XYPlot plot, String init, List<RateRow> rows) {
        double[] x = rows.stream().mapToDouble(RateRow::learningRate).toArray();
        double[] mean = rows.stream().mapToDouble(this::mean).toArray();
        Series.line(plot, x, mean, palette.color(init), palette.stroke(init), palette.marker(init));
        double worst = worst(plot.getRangeAxis(), run.initializers().indexOf(init));
        for (RateRow row : rows) {
            double[] at = {row.learningRate()};
            double[] value = {Double.isNaN(mean(row)) ? worst : mean(row)};
            if (row.isBest() && !Double.isNaN(mean(row))) {
                Series.points(plot, at, value, palette.color(init), new Ellipse2D.Double(-16, -16, 32, 32), false);
            }
            if (row.trials().diverged() > 0) {
                Series.points(plot, at, value, palette.color(init), Palette.cross(), false);
            }
        }
    }

    /** Where a rate is marked at which every repetition was lost: inside the bad end of the axis, one above the other. */
    private double worst(ValueAxis axis, int place) {
        double room = (EDGE + place * STEP) * axis.getRange().getLength();
        return run.metric().higherIsBetter() ? axis.getLowerBound() + room : axis.getUpperBound() - room;
    }

    private double mean(RateRow row) {
        return estimate(row).mean();
    }

    private Estimate estimate(RateRow row) {
        return Estimate.of(row.values(), run.metric());
    }
}
