package org.initbench.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.result.WeightValue;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Every weight of a small network before and after training; a row for each initializer. */
final class WeightMaps {

    private static final int MOST_MATRICES = 3;

    private final Palette palette;

    private WeightMaps(Palette palette) {
        this.palette = palette;
    }

    /** A sheet for each variant whose weights were written down. */
    static Stream<Sheet> sheets(RunResults run, Palette palette) {
        WeightMaps figure = new WeightMaps(palette);
        return Slice.atOneRate(run).stream()
                .filter(slice -> slice.trials().stream()
                        .anyMatch(trial -> !trial.weights().isEmpty()))
                .map(figure::sheet);
    }

    private Sheet sheet(Slice slice) {
        List<Section> sections = new ArrayList<>();
        int columns = 1;
        for (String init : slice.initializers()) {
            Section section = section(slice, init);
            columns = Math.max(columns, section.panels().size());
            sections.add(section);
        }
        return new Sheet(
                FileNames.of("weight-maps", slice.variant()),
                slice.titled("weights before and after training"),
                "Rows are inputs, columns are units; the first repetition. White is 0; the scale of each row of maps reaches to its "
                        + "largest weight, which its heading gives. Equal columns are units that compute the same.",
                columns,
                300,
                sections,
                List.of(
                        LegendItem.patch("− largest", Colors.diverging(-1)),
                        LegendItem.patch("− half", Colors.diverging(-0.5)),
                        LegendItem.patch("0", Colors.diverging(0)),
                        LegendItem.patch("half", Colors.diverging(0.5)),
                        LegendItem.patch("largest", Colors.diverging(1)),
                        LegendItem.patch("not a number", Colors.MISSING)));
    }

    private Section section(Slice slice, String init) {
        TrialResult trial = slice.of(init).get(0);
        Map<String, List<WeightValue>> matrices = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        Set<Integer> iterations = new TreeSet<>();
        for (WeightValue weight : trial.weights()) {
            if (weight.name().endsWith("W") && (names.size() < MOST_MATRICES || names.contains(weight.name()))) {
                names.add(weight.name());
                iterations.add(weight.iteration());
                matrices.computeIfAbsent(weight.iteration() + weight.name(), key -> new ArrayList<>())
                        .add(weight);
            }
        }
        double largest = matrices.values().stream()
                .flatMap(List::stream)
                .mapToDouble(weight -> Math.abs(weight.value()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        List<Panel> panels = new ArrayList<>();
        for (String name : names) {
            for (int iteration : iterations) {
                List<WeightValue> weights = matrices.getOrDefault(iteration + name, List.of());
                panels.add(panel(name + (iteration == 0 ? " before" : " after"), weights, largest));
            }
        }
        String endings = slice.endings(init).isEmpty() ? "" : "; " + slice.endings(init);
        String heading = init + ": largest weight " + Axes.plain3(largest) + endings;
        return new Section(
                heading,
                palette.color(init),
                panels.isEmpty() ? List.of(Panel.empty("", "no weights were written down")) : panels);
    }

    private static Panel panel(String title, List<WeightValue> weights, double largest) {
        int rows = 1 + weights.stream().mapToInt(WeightValue::row).max().orElse(-1);
        int columns = 1 + weights.stream().mapToInt(WeightValue::column).max().orElse(-1);
        if (rows == 0) {
            return Panel.empty(title, "no weights");
        }
        double[][] values = new double[rows][columns];
        Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
        double scale = largest > 0 ? largest : 1;
        weights.forEach(weight -> values[rows - 1 - weight.row()][weight.column()] = weight.value() / scale);
        NumberAxis x = Axes.between("", -0.5, columns - 0.5);
        NumberAxis y = Axes.between("", -0.5, rows - 0.5);
        x.setTickLabelsVisible(false);
        y.setTickLabelsVisible(false);
        x.setTickMarksVisible(false);
        y.setTickMarksVisible(false);
        XYPlot plot = HeatMap.plot(values, Colors::diverging, x, y);
        return Panel.of(title, List.of(rows + " × " + columns), plot);
    }
}
