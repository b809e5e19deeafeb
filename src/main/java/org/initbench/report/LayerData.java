package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.initbench.report.PageData.LayerSeries;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** What was measured inside the networks of repetitions, put together. */
final class LayerData {

    private static final Map<String, Function<LayerRow, @Nullable Double>> STATISTICS = new LinkedHashMap<>();

    static {
        STATISTICS.put("rms", row -> row.statistics().rms());
        STATISTICS.put("mean", row -> row.statistics().mean());
        STATISTICS.put("std", row -> row.statistics().std());
        STATISTICS.put("abs_mean", row -> row.statistics().absMean());
        STATISTICS.put("min", row -> row.statistics().min());
        STATISTICS.put("max", row -> row.statistics().max());
        STATISTICS.put("zero_fraction", row -> row.statistics().zeroFraction());
        STATISTICS.put("saturated_fraction", LayerRow::saturatedFraction);
        STATISTICS.put("dead_unit_fraction", LayerRow::deadUnitFraction);
        STATISTICS.put("distinct_unit_fraction", LayerRow::distinctUnitFraction);
        STATISTICS.put("theory_rms", LayerRow::theoryRms);
    }

    private LayerData() {}

    /** A tensor of the network. */
    private record Place(Quantity quantity, int layer, String name) {}

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
        STATISTICS.forEach((name, statistic) -> {
            List<@Nullable Double> values = new ArrayList<>();
            for (int iteration : iterations) {
                values.add(Means.of(byIteration.getOrDefault(iteration, List.of()), statistic));
            }
            if (values.stream().anyMatch(value -> value != null)) {
                statistics.put(name, values);
            }
        });
        return new LayerSeries(
                place.quantity().column(),
                place.layer(),
                place.name(),
                iterations,
                statistics,
                budget.histograms().histograms(firstRepetition));
    }
}
