package org.initbench.plot;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.FigureSummary;
import org.initbench.result.LayerFigure;
import org.initbench.result.MeasuredLayers;
import org.initbench.result.MeasuredLayers.Tensor;
import org.initbench.result.NumericAxis;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.jfree.chart.plot.XYPlot;

/**
 * The coordinate check: how far the last hidden layer's activations have moved after some updates, over a number that the grid varies, a
 * panel for each number of updates, at the smallest of the study's learning rates, where an update is
 * nearest to what it does by itself.
 */
final class CoordinateCheck {

    private static final int MOST_PANELS_IN_A_ROW = 3;
    private static final int MOST_PANELS = 6;

    private final RunResults run;
    private final Palette palette;
    private final NumericAxis axis;
    private final double rate;

    private CoordinateCheck(RunResults run, Palette palette, NumericAxis axis, double rate) {
        this.run = run;
        this.palette = palette;
        this.axis = axis;
        this.rate = rate;
    }

    /** The sheet; none without a grid over numbers, or where no change of activations was measured. */
    static Stream<Sheet> sheets(RunResults run, Palette palette) {
        double[] rates = run.trials().stream()
                .mapToDouble(trial -> trial.key().learningRate())
                .distinct()
                .sorted()
                .toArray();
        return NumericAxis.of(run)
                .map(axis -> new CoordinateCheck(run, palette, axis, rates[0]))
                .flatMap(CoordinateCheck::sheet)
                .stream();
    }

    private Optional<Sheet> sheet() {
        List<Integer> updates = keys().flatMap(key ->
                        last(run.layers().of(key))
                                .map(tensor -> run.layers().of(key).iterations(tensor))
                                .stream())
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .limit(MOST_PANELS)
                .toList();
        if (updates.isEmpty()) {
            return Optional.empty();
        }
        double[] all = updates.stream()
                .flatMapToDouble(at -> keys().mapToDouble(key -> rms(key, at)))
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        List<Panel> panels = updates.stream().map(at -> panel(at, all)).toList();
        int columns = Math.min(MOST_PANELS_IN_A_ROW, panels.size());
        return Optional.of(new Sheet(
                "coordinate-check.png",
                run.title() + ": change of activations over " + axis.path(),
                "Root mean square of what the last hidden layer puts out for the first minibatch, less what it put out before training; "
                        + "mean over repetitions, learning rate " + Axes.plain(rate)
                        + ". A parametrization whose best rate does not depend on the width is flat.",
                columns,
                columns == 1 ? 860 : 480,
                List.of(new Section("", null, panels)),
                LegendItem.of(run.initializers(), palette)));
    }

    private Panel panel(int updates, double[] all) {
        List<String> variants = axis.variants().stream()
                .sorted(Comparator.comparingDouble(axis::number))
                .toList();
        double[] numbers = variants.stream().mapToDouble(axis::number).toArray();
        XYPlot plot = Axes.markers(
                Axes.marked(axis.path(), DoubleStream.of(numbers).distinct().toArray()),
                Axes.log("rms of the change", all));
        for (String init : run.initializers()) {
            Series.line(
                    plot,
                    numbers,
                    values(variants, variant -> keys().filter(key ->
                                    key.variant().equals(variant) && key.init().equals(init))
                            .findFirst()
                            .map(key -> rms(key, updates))
                            .orElse(Double.NaN)),
                    palette.color(init),
                    palette.stroke(init),
                    palette.marker(init));
        }
        return Panel.of("after " + updates + (updates == 1 ? " update" : " updates"), List.of(), plot);
    }

    private static double[] values(List<String> variants, ToDoubleFunction<String> value) {
        return variants.stream().mapToDouble(value).toArray();
    }

    private Stream<TrialKey> keys() {
        return run.trials().stream()
                .map(TrialResult::key)
                .filter(key -> key.learningRate() == rate)
                .filter(key -> key.repetition() == run.trials().get(0).key().repetition());
    }

    private double rms(TrialKey key, int updates) {
        MeasuredLayers layers = run.layers().of(key);
        return last(layers)
                .flatMap(tensor -> layers.of(tensor, updates, LayerFigure.RMS))
                .map(FigureSummary::getAverage)
                .orElse(Double.NaN);
    }

    private static Optional<Tensor> last(MeasuredLayers layers) {
        return layers.tensors(Quantity.ACTIVATION_CHANGE).max(Comparator.comparingInt(Tensor::layer));
    }
}
