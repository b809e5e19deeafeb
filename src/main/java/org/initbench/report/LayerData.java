package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.report.PageData.LayerSeries;
import org.initbench.result.FigureSummary;
import org.initbench.result.LayerFigure;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerStatistic;
import org.initbench.result.MeasuredLayers;
import org.initbench.result.MeasuredLayers.Tensor;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** What was measured inside the networks of repetitions, put together. */
final class LayerData {

    private LayerData() {}

    /** What the page calls the statistics that it can show, by their columns. */
    static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        LayerFigure.COLUMNS.forEach(figure ->
                labels.put(figure.column(), LayerStatistic.of(figure.column()).label()));
        return labels;
    }

    /**
     * A series for each tensor.
     *
     * @param layers of these trials
     */
    static List<LayerSeries> of(List<TrialResult> trials, MeasuredLayers layers, PageBudget budget) {
        if (budget.iterations() == 0) {
            return List.of();
        }
        return layers.tensors().stream()
                .sorted(Comparator.comparing(Tensor::quantity)
                        .thenComparingInt(Tensor::layer)
                        .thenComparing(Tensor::name))
                .map(tensor -> series(tensor, layers, first(trials, tensor), budget))
                .toList();
    }

    private static List<LayerRow> first(List<TrialResult> trials, Tensor tensor) {
        return trials.stream()
                .min(Comparator.comparingInt(trial -> trial.key().repetition()))
                .map(TrialResult::layers)
                .orElse(List.of())
                .stream()
                .filter(row -> row.quantity() == tensor.quantity()
                        && row.layer() == tensor.layer()
                        && row.name().equals(tensor.name()))
                .toList();
    }

    private static LayerSeries series(
            Tensor tensor, MeasuredLayers layers, List<LayerRow> firstRepetition, PageBudget budget) {
        List<Integer> iterations = CurveData.thinned(List.copyOf(layers.iterations(tensor)), budget.iterations());
        Map<String, List<@Nullable Double>> statistics = new LinkedHashMap<>();
        for (LayerFigure figure : LayerFigure.COLUMNS) {
            List<@Nullable Double> means = new ArrayList<>();
            for (int iteration : iterations) {
                means.add(layers.of(tensor, iteration, figure)
                        .map(FigureSummary::getAverage)
                        .orElse(null));
            }
            if (means.stream().anyMatch(mean -> mean != null)) {
                statistics.put(figure.column(), means);
            }
        }
        return new LayerSeries(
                tensor.quantity().column(),
                tensor.layer(),
                tensor.name(),
                iterations,
                statistics,
                budget.histograms().histograms(firstRepetition));
    }
}
