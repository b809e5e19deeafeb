package org.initbench.plot;

import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.stats.Interval;
import org.initbench.stats.Spread;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** What each initializer reached: every repetition, the mean, and its 95 % interval. */
final class FinalMetric {

    private static final int MOST_PANELS_IN_A_ROW = 2;
    private static final int ROW = 56;
    private static final int AXIS = 100;

    private final RunResults run;
    private final Palette palette;
    private final Metric metric;

    private FinalMetric(RunResults run, Palette palette) {
        this.run = run;
        this.palette = palette;
        this.metric = run.metric();
    }

    /** The sheet; none where nothing was measured or lost. */
    static Stream<Sheet> sheets(RunResults run, Palette palette) {
        FinalMetric figure = new FinalMetric(run, palette);
        boolean measured = run.trials().stream().anyMatch(trial -> figure.value(trial) != null);
        boolean lost = run.trials().stream().anyMatch(trial -> trial.outcome() instanceof Outcome.Diverged);
        return measured || lost ? Stream.of(figure.sheet()) : Stream.empty();
    }

    private Sheet sheet() {
        List<Slice> slices = Slice.all(run);
        return new Sheet(
                "final-" + metric.column() + ".png",
                run.title() + ": final " + Names.of(metric),
                "Filled marker: mean over completed repetitions, with its 95 % bootstrap interval from three repetitions on; "
                        + "open circles: single repetitions.",
                Math.min(MOST_PANELS_IN_A_ROW, slices.size()),
                AXIS + ROW * run.initializers().size(),
                List.of(new Section("", null, slices.stream().map(this::panel).toList())),
                List.of());
    }

    private Panel panel(Slice slice) {
        List<String> inits = new ArrayList<>(slice.initializers());
        Collections.reverse(inits);
        NumberAxis y = Axes.named("", inits.stream().map(FinalMetric::shortened).toList());
        y.setTickUnit(new NumberTickUnit(1));
        XYPlot plot = Axes.plot(range(), y);
        plot.setRangeGridlinesVisible(false);
        for (int i = 0; i < inits.size(); i++) {
            draw(plot, inits.get(i), slice, i);
        }
        return Panel.of(slice.title(), slice.allEndings(), plot);
    }

    /** One for all panels, so that they can be compared. */
    private ValueAxis range() {
        double[] all = run.trials().stream()
                .map(this::value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        String name = Names.of(metric);
        return !metric.isAccuracy() && Axes.needsLog(all) ? Axes.log(name, all) : Axes.linear(name, all);
    }

    private void draw(XYPlot plot, String init, Slice slice, double row) {
        double[] values = slice.of(init).stream()
                .map(this::value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length == 0) {
            XYTextAnnotation why = new XYTextAnnotation(
                    slice.endings(init), plot.getDomainAxis().getRange().getCentralValue(), row);
            why.setFont(Text.SMALL);
            plot.addAnnotation(why);
        }
        Spread spread = Spread.of(values);
        Interval interval = spread.interval();
        if (interval != null) {
            Series.interval(plot, interval.low(), interval.high(), row, palette.color(init));
        }
        double[] rows = new double[values.length];
        Arrays.fill(rows, row - 0.22);
        Series.points(plot, values, rows, palette.color(init), new Ellipse2D.Double(-5, -5, 10, 10), false);
        if (spread.mean() != null) {
            Series.points(
                    plot,
                    new double[] {spread.mean()},
                    new double[] {row},
                    palette.color(init),
                    palette.marker(init),
                    true);
        }
    }

    private static String shortened(String init) {
        return init.length() <= 30 ? init : init.substring(0, 29) + "…";
    }

    private @Nullable Double value(TrialResult trial) {
        return trial.outcome() instanceof Outcome.Completed ? metric.of(trial.train(), trial.test()) : null;
    }
}
