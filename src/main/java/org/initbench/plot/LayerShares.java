package org.initbench.plot;

import java.util.List;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.LayerFigure;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.jfree.chart.plot.XYPlot;

/** A share of units or activations as a map of layer × iteration, one for each initializer. */
final class LayerShares {

    private static final int MOST_PANELS_IN_A_ROW = 3;

    private final RunResults run;
    private final String kind;
    private final String title;
    private final String subtitle;
    private final LayerFigure share;

    private LayerShares(RunResults run, String kind, String title, String subtitle, LayerFigure share) {
        this.run = run;
        this.kind = kind;
        this.title = title;
        this.subtitle = subtitle;
        this.share = share;
    }

    /** Units that are 0 for every probed example; a sheet for each variant where there are any. */
    static Stream<Sheet> dead(RunResults run) {
        return new LayerShares(
                        run,
                        "dead-units",
                        "dead units",
                        "Units whose output is 0 for every probed example, in per cent of the layer; mean over repetitions. "
                                + "Grey: not measured.",
                        LayerFigure.DEAD_UNIT_FRACTION)
                .sheets();
    }

    /** Saturated activations; a sheet for each variant where there are any. */
    static Stream<Sheet> saturated(RunResults run) {
        return new LayerShares(
                        run,
                        "saturation",
                        "saturated activations",
                        "Sigmoid outside of [.05, .95], |tanh| above .95, in per cent of the layer's activations; mean over "
                                + "repetitions. Grey: not measured.",
                        LayerFigure.SATURATED_FRACTION)
                .sheets();
    }

    private Stream<Sheet> sheets() {
        return Slice.atOneRate(run).stream().filter(this::hasAny).map(this::sheet);
    }

    private boolean hasAny(Slice slice) {
        return slice.layers().stream()
                .flatMap(layers -> layers.of(Quantity.ACTIVATION, share))
                .anyMatch(summary -> summary.positive().findAny().isPresent());
    }

    private Sheet sheet(Slice slice) {
        LayerGrid grid = LayerGrid.of(slice.layers(), Quantity.ACTIVATION, share);
        List<Panel> panels = slice.initializers().stream()
                .map(init -> panel(slice, init, grid))
                .toList();
        int rows = grid.places().size();
        return new Sheet(
                FileNames.of(kind, slice.variant()),
                slice.titled(title),
                subtitle,
                Math.min(MOST_PANELS_IN_A_ROW, panels.size()),
                Math.min(700, 130 + Math.max(3, rows) * 56),
                List.of(new Section("", null, panels)),
                List.of(
                        LegendItem.patch("0 %", Colors.sequential(0)),
                        LegendItem.patch("25 %", Colors.sequential(0.25)),
                        LegendItem.patch("50 %", Colors.sequential(0.5)),
                        LegendItem.patch("75 %", Colors.sequential(0.75)),
                        LegendItem.patch("100 %", Colors.sequential(1)),
                        LegendItem.patch("not measured", Colors.MISSING)));
    }

    private Panel panel(Slice slice, String init, LayerGrid grid) {
        double[][] shares = grid.means(slice.layers(init), share);
        List<String> iterations =
                grid.iterations().stream().map(String::valueOf).toList();
        XYPlot plot = HeatMap.plot(
                shares, Colors::sequential, Axes.named("iteration", iterations), Axes.named("layer", grid.labels()));
        HeatMap.write(plot, shares, Colors::sequential);
        String endings = slice.endings(init);
        return Panel.of(init, endings.isEmpty() ? List.of() : List.of(endings), plot);
    }
}
