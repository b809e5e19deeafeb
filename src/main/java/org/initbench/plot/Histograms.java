package org.initbench.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.plot.LayerGrid.Place;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Histograms layer by layer, side by side; a row for each initializer. */
final class Histograms {

    private static final int MOST_LAYERS = 5;
    /** Of what a row's axis spans, as a part of where it lies: a single value far from 0 has no extent in doubles. */
    private static final double LEAST_EXTENT = 1e-9;

    private static final int PANEL_HEIGHT = 230;

    private final RunResults run;
    private final Palette palette;
    private final Quantity quantity;
    private final String kind;

    private Histograms(RunResults run, Palette palette, Quantity quantity, String kind) {
        this.run = run;
        this.palette = palette;
        this.quantity = quantity;
        this.kind = kind;
    }

    /** Activations; a sheet for each variant. */
    static Stream<Sheet> activations(RunResults run, Palette palette) {
        return new Histograms(run, palette, Quantity.ACTIVATION, "activation").sheets();
    }

    /** Weights; a sheet for each variant. */
    static Stream<Sheet> weights(RunResults run, Palette palette) {
        return new Histograms(run, palette, Quantity.WEIGHT, "weight").sheets();
    }

    private Stream<Sheet> sheets() {
        return Slice.atOneRate(run).stream().flatMap(slice -> sheet(slice).stream());
    }

    private Optional<Sheet> sheet(Slice slice) {
        LayerGrid grid = LayerGrid.ofHistograms(slice.trials(), quantity);
        if (grid.isEmpty()) {
            return Optional.empty();
        }
        List<Place> places = some(grid.places());
        int first = grid.iterations().get(0);
        int last = grid.iterations().get(grid.iterations().size() - 1);
        List<Section> sections = slice.initializers().stream()
                .map(init -> section(slice, init, grid, places, first, last))
                .toList();
        String which = places.size() < grid.places().size()
                ? places.size() + " of " + grid.places().size() + " layers, the first and the last among them. "
                : "";
        String line = first == last ? "" : "Line: iteration " + last + ". ";
        return Optional.of(new Sheet(
                FileNames.of(kind + "-histograms", slice.variant()),
                slice.titled(kind + "s layer by layer"),
                which + "Filled: iteration " + first + ". " + line
                        + "All repetitions whose histograms are kept together; one horizontal axis for each row, which leaves out the outermost thousandth; heights "
                        + "relative to the tallest bin. Exact zeros and what lies outside are given as shares instead.",
                places.size(),
                PANEL_HEIGHT,
                sections,
                List.of()));
    }

    private static List<Place> some(List<Place> places) {
        int count = Math.min(MOST_LAYERS, places.size());
        return IntStream.range(0, count)
                .mapToObj(i -> places.get(count == 1 ? 0 : i * (places.size() - 1) / (count - 1)))
                .toList();
    }

    private Section section(Slice slice, String init, LayerGrid grid, List<Place> places, int first, int last) {
        List<TrialResult> trials = slice.of(init);
        String endings = slice.endings(init);
        double[] ends = places.stream()
                .flatMap(place -> Stream.of(first, last).flatMap(at -> rows(trials, place, at).stream()))
                .flatMapToDouble(Extent::of)
                .toArray();
        double middle = Arrays.stream(ends).average().orElse(0.5);
        double least = Math.max(LEAST_EXTENT * Math.abs(middle), Double.MIN_NORMAL);
        double low = Math.min(middle - least, Arrays.stream(ends).min().orElse(0));
        double high = Math.max(middle + least, Arrays.stream(ends).max().orElse(1));
        List<Panel> panels = new ArrayList<>();
        for (Place place : places) {
            List<LayerRow> before = rows(trials, place, first);
            List<LayerRow> after = first == last ? List.of() : rows(trials, place, last);
            panels.add(panel(init, "layer " + grid.label(place), before, after, low, high));
        }
        return new Section(endings.isEmpty() ? init : init + ": " + endings, palette.color(init), panels);
    }

    private List<LayerRow> rows(List<TrialResult> trials, Place place, int iteration) {
        return trials.stream()
                .flatMap(trial -> trial.layers().stream())
                .filter(row -> row.quantity() == quantity && row.iteration() == iteration)
                .filter(row -> row.layer() == place.layer() && row.name().equals(place.name()))
                .filter(row -> !row.histogram().isEmpty())
                .toList();
    }

    private Panel panel(
            String init, String title, List<LayerRow> before, List<LayerRow> after, double low, double high) {
        if (before.isEmpty() && after.isEmpty()) {
            return Panel.empty(title, "");
        }
        Rebinned filled = Rebinned.of(before, low, high);
        NumberAxis x = Axes.sparse(Axes.between("", low, high));
        NumberAxis y = Axes.between("", 0, 1.08);
        y.setTickLabelsVisible(false);
        y.setTickMarksVisible(false);
        XYPlot plot = Axes.plot(x, y);
        plot.setRangeGridlinesVisible(false);
        Bars.fill(plot, filled, palette.color(init));
        if (!after.isEmpty()) {
            Bars.outline(plot, Rebinned.of(after, low, high), Color.BLACK);
        }
        return Panel.of(title, List.of(HistogramNotes.of(before, after, low, high)), plot);
    }
}
