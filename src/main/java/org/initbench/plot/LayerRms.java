package org.initbench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.FigureSummary;
import org.initbench.result.LayerFigure;
import org.initbench.result.MeasuredLayers;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.jfree.chart.plot.XYPlot;

/** How large signals and gradients are in each layer before training, and what theory says of it. */
final class LayerRms {

    private static final int UNTRAINED = 0;

    /** Shows a prediction for one layer alone, between which and the next there is no line. */
    private static final Shape DASH = new Rectangle2D.Double(-14, -1.5, 28, 3);

    private final RunResults run;
    private final Palette palette;

    private LayerRms(RunResults run, Palette palette) {
        this.run = run;
        this.palette = palette;
    }

    /** The sheet; none where no activations were measured before training. */
    static Stream<Sheet> sheets(RunResults run, Palette palette) {
        List<Slice> slices = Slice.atOneRate(run).stream()
                .filter(slice -> has(slice, Quantity.ACTIVATION))
                .toList();
        return slices.isEmpty() ? Stream.empty() : Stream.of(new LayerRms(run, palette).sheet(slices));
    }

    private static boolean has(Slice slice, Quantity quantity) {
        return slice.layers().stream().anyMatch(layers -> layers.of(quantity, UNTRAINED, LayerFigure.RMS)
                .findAny()
                .isPresent());
    }

    private Sheet sheet(List<Slice> slices) {
        boolean gradients = slices.stream().anyMatch(slice -> has(slice, Quantity.ACTIVATION_GRADIENT));
        List<Section> sections = gradients ? slices.stream().map(this::section).toList() : List.of(sideBySide(slices));
        List<LegendItem> legend = new ArrayList<>(LegendItem.of(run.initializers(), palette));
        boolean theory = slices.stream()
                .flatMap(slice -> slice.layers().stream())
                .anyMatch(layers -> layers.of(Quantity.ACTIVATION, LayerFigure.THEORY_RMS)
                        .findAny()
                        .isPresent());
        if (theory) {
            legend.add(LegendItem.line("mean-field theory", Color.DARK_GRAY, theoryStroke()));
        }
        return new Sheet(
                "layer-rms.png",
                run.title() + ": size of the signal" + (gradients ? " and of the gradient" : "") + " before training",
                "Root mean square per layer before the first update, mean over repetitions, logarithmic; dashed and thin: what "
                        + "theory predicts for wide layers. Values of exactly 0 have no place on the axis and are named.",
                gradients ? 2 : Math.min(3, slices.size()),
                slices.size() == 1 ? 700 : 560,
                sections,
                legend);
    }

    private static BasicStroke theoryStroke() {
        return Palette.dashed(2.5f, 8, 7);
    }

    private Section section(Slice slice) {
        return new Section(
                slice.variant(),
                null,
                List.of(
                        panel(slice, Quantity.ACTIVATION, "activations"),
                        panel(slice, Quantity.ACTIVATION_GRADIENT, "gradients of the loss by activations")));
    }

    private Section sideBySide(List<Slice> slices) {
        return new Section(
                "",
                null,
                slices.stream()
                        .map(slice -> panel(slice, Quantity.ACTIVATION, slice.variant()))
                        .toList());
    }

    private Panel panel(Slice slice, Quantity quantity, String title) {
        List<MeasuredLayers> groups = slice.layers();
        LayerGrid grid = LayerGrid.of(groups, quantity, LayerFigure.THEORY_RMS);
        LayerGrid measured = LayerGrid.untrained(groups, quantity, LayerFigure.RMS);
        if (measured.isEmpty()) {
            return Panel.empty(title, "nothing was measured");
        }
        double[] all = groups.stream()
                .flatMap(layers -> Stream.concat(
                        layers.of(quantity, UNTRAINED, LayerFigure.RMS),
                        layers.of(quantity, UNTRAINED, LayerFigure.THEORY_RMS)))
                .flatMapToDouble(FigureSummary::positive)
                .toArray();
        XYPlot plot = Axes.plot(Axes.named("layer", measured.labels()), Axes.log("rms", all));
        List<String> notes = new ArrayList<>();
        for (String init : slice.initializers()) {
            MeasuredLayers repetitions = slice.layers(init);
            double[] rms = column(measured.means(repetitions, LayerFigure.RMS));
            addTheory(plot, init, measured, repetitions);
            Series.line(
                    plot,
                    positions(rms),
                    positive(rms),
                    palette.color(init),
                    palette.stroke(init),
                    palette.marker(init));
            Zeros.note(init, rms, measured.labels()).ifPresent(notes::add);
        }
        return Panel.of(title, grid.isEmpty() && quantity == Quantity.ACTIVATION ? withoutTheory(notes) : notes, plot);
    }

    private static List<String> withoutTheory(List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        all.add("no prediction for this network");
        return all;
    }

    private void addTheory(XYPlot plot, String init, LayerGrid measured, MeasuredLayers repetitions) {
        double[] theory = column(measured.means(repetitions, LayerFigure.THEORY_RMS));
        long predicted = Arrays.stream(theory).filter(Double::isFinite).count();
        if (predicted > 0) {
            Shape marker = predicted == 1 ? DASH : null;
            Series.line(plot, positions(theory), positive(theory), palette.color(init), theoryStroke(), marker);
        }
    }

    private static double[] column(double[][] values) {
        return Arrays.stream(values).mapToDouble(row -> row[0]).toArray();
    }

    private static double[] positions(double[] values) {
        return IntStream.range(0, values.length).asDoubleStream().toArray();
    }

    private static double[] positive(double[] values) {
        return Arrays.stream(values)
                .map(value -> value > 0 ? value : Double.NaN)
                .toArray();
    }
}
