package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.report.PageData.LayerSeries;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerStatistic;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** What was measured inside the networks of repetitions, put together. */
final class LayerData {

    /** In the order in which the page offers them, the first being its default. */
    private static final List<LayerStatistic> SHOWN = Stream.of(
                    "rms",
                    "mean",
                    "std",
                    "abs_mean",
                    "min",
                    "max",
                    "zero_fraction",
                    "saturated_fraction",
                    "dead_unit_fraction",
                    "distinct_unit_fraction",
                    "theory_rms")
            .map(LayerStatistic::of)
            .toList();

    private LayerData() {}

    /** A tensor of the network. */
    private record Place(Quantity quantity, int layer, String name) {}

    /** What the page calls the statistics that it can show, by their columns. */
    static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        SHOWN.forEach(statistic -> labels.put(statistic.column(), statistic.label()));
        return labels;
    }

    private static @Nullable Double value(LayerStatistic statistic, LayerRow row) {
        Number value = statistic.value().apply(row);
        return value == null ? null : (Double) value.doubleValue();
    }

    static List<LayerSeries> of(List<TrialResult> trials, PageBudget budget) {
        if (budget.iterations() == 0) {
            return List.of();
        }
        Map<Place, List<LayerRow>> places = trials.stream()
                .flatMap(trial -> trial.layers().stream())
                .collect(Collectors.groupingBy(
                        row -> new Place(row.quantity(), row.layer(), row.name()),
                        () -> new TreeMap<>(Comparator.comparing(Place::quantity)
                                .thenComparingInt(Place::layer)
                                .thenComparing(Place::name)),
                        Collectors.toList()));
        List<LayerSeries> series = new ArrayList<>();
        places.forEach((place, rows) -> series.add(series(place, rows, first(trials, place), budget)));
        return series;
    }

    private static List<LayerRow> first(List<TrialResult> trials, Place place) {
        return trials.stream()
                .min(Comparator.comparingInt(trial -> trial.key().repetition()))
                .map(TrialResult::layers)
                .orElse(List.of())
                .stream()
                .filter(row -> row.quantity() == place.quantity()
                        && row.layer() == place.layer()
                        && row.name().equals(place.name()))
                .toList();
    }

    private static LayerSeries series(
            Place place, List<LayerRow> rows, List<LayerRow> firstRepetition, PageBudget budget) {
        TreeMap<Integer, List<LayerRow>> byIteration =
                rows.stream().collect(Collectors.groupingBy(LayerRow::iteration, TreeMap::new, Collectors.toList()));
        List<Integer> iterations = CurveData.thinned(List.copyOf(byIteration.keySet()), budget.iterations());
        Map<String, List<@Nullable Double>> statistics = new LinkedHashMap<>();
        for (LayerStatistic statistic : SHOWN) {
            List<@Nullable Double> values = new ArrayList<>();
            for (int iteration : iterations) {
                values.add(Means.of(byIteration.getOrDefault(iteration, List.of()), row -> value(statistic, row)));
            }
            if (values.stream().anyMatch(value -> value != null)) {
                statistics.put(statistic.column(), values);
            }
        }
        return new LayerSeries(
                place.quantity().column(),
                place.layer(),
                place.name(),
                iterations,
                statistics,
                budget.histograms().histograms(firstRepetition));
    }
}
