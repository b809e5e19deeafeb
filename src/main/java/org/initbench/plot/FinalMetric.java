package org.initbench.plot;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.stats.Spread;
import org.jfree.chart.annotations.XYPointerAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
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
        List<Result> all =
                slices.stream().flatMap(slice -> results(slice).stream()).toList();
        double[] drawn = values(all);
        double[] mattering = values(
                slices.stream().flatMap(slice -> leaders(slice, drawn).stream()).toList());
        ValueAxis range = Axes.metric(metric, mattering.length == 0 ? drawn : mattering);
        boolean someOutside = all.stream().anyMatch(result -> side(result, range) != 0);
        return new Sheet(
                "final-" + metric.column() + ".png",
                run.title() + ": final " + Names.of(metric),
                "The best at the top. Large marker: mean over completed repetitions, with its 95 % interval from three "
                        + "repetitions on; small circles: single repetitions."
                        + (someOutside
                                ? " Arrow with a number: a mean outside of the axis, which shows the leaders."
                                : ""),
                Math.min(MOST_PANELS_IN_A_ROW, slices.size()),
                AXIS + ROW * run.initializers().size(),
                List.of(new Section(
                        "",
                        null,
                        slices.stream().map(slice -> panel(slice, range)).toList())),
                List.of());
    }

    /** What an initializer reached; without values where no repetition completed. */
    private record Result(String init, List<Double> values, Estimate estimate) {

        boolean isFinite() {
            return Double.isFinite(estimate.mean());
        }

        DoubleStream drawn() {
            return DoubleStream.concat(
                    values.stream().mapToDouble(Double::doubleValue),
                    DoubleStream.of(estimate.mean(), estimate.low(), estimate.high()));
        }
    }

    /** The best first; those without a result last. */
    private List<Result> results(Slice slice) {
        Comparator<Result> byMean = Comparator.comparingDouble(result -> metric.higherIsBetter()
                ? -result.estimate().mean()
                : result.estimate().mean());
        return slice.initializers().stream()
                .map(init -> result(init, slice.of(init)))
                .sorted(Comparator.comparing((Result result) -> !result.isFinite())
                        .thenComparing(byMean)
                        .thenComparing(result -> result.values().isEmpty()))
                .toList();
    }

    private Result result(String init, List<TrialResult> trials) {
        List<Double> values =
                trials.stream().map(this::value).filter(Objects::nonNull).toList();
        Spread spread =
                Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        return new Result(init, values, Estimate.of(spread, metric));
    }

    /** Those that the axis has to show, which is one for all panels, so that they can be compared. */
    private List<Result> leaders(Slice slice, double[] all) {
        List<Result> finite = results(slice).stream().filter(Result::isFinite).toList();
        double[] means =
                finite.stream().mapToDouble(result -> result.estimate().mean()).toArray();
        return finite.subList(0, Leaders.count(means, Axes.isLogarithmic(metric, all)));
    }

    private static double[] values(List<Result> results) {
        return results.stream()
                .flatMapToDouble(Result::drawn)
                .filter(Double::isFinite)
                .toArray();
    }

    /** Whether a mean lies below the axis, −1, above it, 1, or on it. */
    private static int side(Result result, ValueAxis range) {
        double mean = result.estimate().mean();
        if (!Double.isFinite(mean) || range.getRange().contains(mean)) {
            return 0;
        }
        return mean < range.getLowerBound() ? -1 : 1;
    }

    private Panel panel(Slice slice, ValueAxis range) {
        List<Result> results = new ArrayList<>(results(slice));
        Collections.reverse(results);
        NumberAxis y = Axes.named(
                "", results.stream().map(result -> shortened(result.init())).toList());
        y.setTickUnit(new NumberTickUnit(1));
        XYPlot plot = Axes.markers(range, y);
        plot.setRangeGridlinesVisible(false);
        for (int i = 0; i < results.size(); i++) {
            draw(plot, results.get(i), slice, i);
        }
        return Panel.of(slice.title(), slice.allEndings(), plot);
    }

    private void draw(XYPlot plot, Result result, Slice slice, double row) {
        ValueAxis range = plot.getDomainAxis();
        Color color = palette.color(result.init());
        if (result.values().isEmpty()) {
            XYTextAnnotation why = new XYTextAnnotation(
                    slice.endings(result.init()), range.getRange().getCentralValue(), row);
            why.setFont(Text.SMALL);
            plot.addAnnotation(why);
        }
        Estimate estimate = result.estimate();
        int side = side(result, range);
        if (side == 0 && estimate.hasInterval() && estimate.low() < estimate.high()) {
            Series.interval(plot, estimate.low(), estimate.high(), row, color);
        }
        double[] values = result.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isFinite(value) || range.getRange().contains(value))
                .toArray();
        double[] rows = new double[values.length];
        Arrays.fill(rows, row - 0.22);
        Series.points(plot, values, rows, color, new Ellipse2D.Double(-5, -5, 10, 10), false);
        if (side != 0) {
            plot.addAnnotation(arrow(estimate.mean(), side, range, row, color));
        } else if (!result.values().isEmpty()) {
            Series.points(
                    plot,
                    new double[] {estimate.mean()},
                    new double[] {row},
                    color,
                    palette.marker(result.init()),
                    true);
        }
    }

    /** Points at the edge beyond which a mean lies, with the mean beside it. */
    private static XYPointerAnnotation arrow(double mean, int side, ValueAxis range, double row, Color color) {
        XYPointerAnnotation arrow = new XYPointerAnnotation(
                Axes.plain3(mean),
                side < 0 ? range.getLowerBound() : range.getUpperBound(),
                row,
                side < 0 ? 0 : Math.PI);
        arrow.setTipRadius(4);
        arrow.setBaseRadius(44);
        arrow.setLabelOffset(8);
        arrow.setArrowLength(18);
        arrow.setArrowWidth(8);
        arrow.setArrowPaint(color);
        arrow.setArrowStroke(Palette.solid(4));
        arrow.setFont(Text.SMALL);
        arrow.setTextAnchor(side < 0 ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT);
        return arrow;
    }

    private static String shortened(String init) {
        return init.length() <= 30 ? init : init.substring(0, 29) + "…";
    }

    private @Nullable Double value(TrialResult trial) {
        return trial.outcome() instanceof Outcome.Completed ? metric.of(trial.train(), trial.test()) : null;
    }
}
