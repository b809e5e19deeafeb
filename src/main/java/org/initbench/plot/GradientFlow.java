package org.initbench.plot;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.FigureSummary;
import org.initbench.result.LayerFigure;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.jfree.chart.plot.XYPlot;

/** How the weight gradients of each layer change while the network learns, a panel for each initializer. */
final class GradientFlow {

    private static final int MOST_PANELS_IN_A_ROW = 3;
    private static final int MOST_NAMED_LAYERS = 8;

    /** The light end of the scale would vanish on white. */
    private static final double LIGHTEST = 0.85;

    private GradientFlow() {}

    /** A sheet for each variant of which gradients were measured at several iterations. */
    static Stream<Sheet> sheets(RunResults run) {
        return Slice.atOneRate(run).stream()
                .filter(slice -> grid(slice).iterations().size() > 1)
                .map(GradientFlow::sheet);
    }

    private static LayerGrid grid(Slice slice) {
        return LayerGrid.of(slice.layers(), Quantity.WEIGHT_GRADIENT, LayerFigure.RMS);
    }

    private static Sheet sheet(Slice slice) {
        LayerGrid grid = grid(slice);
        double[] all = slice.layers().stream()
                .flatMap(layers -> layers.of(Quantity.WEIGHT_GRADIENT, LayerFigure.RMS))
                .flatMapToDouble(FigureSummary::positive)
                .toArray();
        List<Panel> panels = slice.initializers().stream()
                .map(init -> panel(slice, init, grid, all))
                .toList();
        return new Sheet(
                FileNames.of("gradient-flow", slice.variant()),
                slice.titled("gradient flow"),
                "Root mean square of the weight gradients of each layer, mean over repetitions, logarithmic, at the iterations "
                        + "that were probed, which stand at equal distances.",
                Math.min(MOST_PANELS_IN_A_ROW, panels.size()),
                480,
                List.of(new Section("", null, panels)),
                legend(grid));
    }

    private static List<LegendItem> legend(LayerGrid grid) {
        int layers = grid.places().size();
        List<Integer> shown = layers <= MOST_NAMED_LAYERS
                ? IntStream.range(0, layers).boxed().toList()
                : List.of(0, layers / 4, layers / 2, 3 * layers / 4, layers - 1);
        return shown.stream()
                .map(place ->
                        LegendItem.line("layer " + grid.labels().get(place), color(place, layers), Palette.solid(5)))
                .toList();
    }

    private static Color color(int place, int layers) {
        return Colors.sequential(layers == 1 ? 0 : LIGHTEST * place / (layers - 1));
    }

    private static Panel panel(Slice slice, String init, LayerGrid grid, double[] all) {
        double[][] values = grid.means(slice.layers(init), LayerFigure.RMS);
        List<String> notes = new ArrayList<>();
        if (!slice.endings(init).isEmpty()) {
            notes.add(slice.endings(init));
        }
        if (Arrays.stream(values).flatMapToDouble(Arrays::stream).noneMatch(value -> value > 0)) {
            boolean zero = Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(value -> value == 0);
            notes.add(zero ? "every gradient is exactly 0" : "no gradient was measured");
            return new Panel(init, notes, Optional.empty());
        }
        List<String> iterations =
                grid.iterations().stream().map(String::valueOf).toList();
        XYPlot plot = Axes.plot(Axes.named("iteration", iterations), Axes.log("rms", all));
        double[] x = IntStream.range(0, iterations.size()).asDoubleStream().toArray();
        for (int place = 0; place < values.length; place++) {
            double[] line = Arrays.stream(values[place])
                    .map(value -> value > 0 ? value : Double.NaN)
                    .toArray();
            Series.line(
                    plot, x, line, color(place, values.length), Palette.solid(4), new Ellipse2D.Double(-5, -5, 10, 10));
        }
        double[] smallest = Arrays.stream(values)
                .mapToDouble(line ->
                        Arrays.stream(line).filter(v -> !Double.isNaN(v)).min().orElse(1))
                .toArray();
        Zeros.note("", smallest, grid.labels()).ifPresent(note -> notes.add("at some time " + note));
        return Panel.of(init, notes, plot);
    }
}
