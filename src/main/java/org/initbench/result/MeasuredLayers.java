package org.initbench.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was measured inside the networks of the repetitions of one initializer, put together as they come: it takes the same
 * memory whatever their number, but for a few numbers each.
 */
public final class MeasuredLayers {

    static final MeasuredLayers NONE = new MeasuredLayers();

    private final Map<Tensor, TreeMap<Integer, Map<LayerFigure, FigureSummary>>> tensors = new LinkedHashMap<>();
    private final List<TrialSignals> signals = new ArrayList<>();

    /** A tensor of the network. */
    public record Tensor(Quantity quantity, int layer, String name) {}

    /** Adds a repetition. */
    void add(List<LayerRow> layers) {
        for (LayerRow row : layers) {
            Map<LayerFigure, FigureSummary> figures = tensors.computeIfAbsent(
                            new Tensor(row.quantity(), row.layer(), row.name()), tensor -> new TreeMap<>())
                    .computeIfAbsent(row.iteration(), iteration -> new EnumMap<>(LayerFigure.class));
            for (LayerFigure figure : LayerFigure.values()) {
                Double value = figure.of(row);
                if (value != null) {
                    figures.computeIfAbsent(figure, key -> new FigureSummary()).accept(value);
                }
            }
        }
        if (!layers.isEmpty()) {
            signals.add(TrialSignals.of(layers));
        }
    }

    /** The tensors in the order in which they were met. */
    public Set<Tensor> tensors() {
        return Collections.unmodifiableSet(tensors.keySet());
    }

    /** Those of one quantity. */
    public Stream<Tensor> tensors(Quantity quantity) {
        return tensors.keySet().stream().filter(tensor -> tensor.quantity() == quantity);
    }

    /** At which iterations a tensor was measured, in order. */
    public Set<Integer> iterations(Tensor tensor) {
        return Collections.unmodifiableSet(at(tensor).keySet());
    }

    /** A figure of a tensor; empty where no repetition has it. */
    public Optional<FigureSummary> of(Tensor tensor, int iteration, LayerFigure figure) {
        return Optional.ofNullable(at(tensor).getOrDefault(iteration, Map.of()).get(figure));
    }

    /** A figure of all tensors of a quantity at an iteration. */
    public Stream<FigureSummary> of(Quantity quantity, int iteration, LayerFigure figure) {
        return tensors(quantity).map(tensor -> of(tensor, iteration, figure)).flatMap(Optional::stream);
    }

    /** A figure of all tensors of a quantity at all iterations. */
    public Stream<FigureSummary> of(Quantity quantity, LayerFigure figure) {
        return tensors(quantity)
                .flatMap(tensor -> iterations(tensor).stream().map(iteration -> of(tensor, iteration, figure)))
                .flatMap(Optional::stream);
    }

    /** What each repetition that was measured says of its network's health. */
    public List<TrialSignals> signals() {
        return Collections.unmodifiableList(signals);
    }

    private Map<Integer, Map<LayerFigure, FigureSummary>> at(Tensor tensor) {
        return tensors.getOrDefault(tensor, new TreeMap<>());
    }
}
