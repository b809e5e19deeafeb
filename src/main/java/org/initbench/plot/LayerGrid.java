package org.initbench.plot;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.initbench.result.FigureSummary;
import org.initbench.result.LayerFigure;
import org.initbench.result.LayerRow;
import org.initbench.result.MeasuredLayers;
import org.initbench.result.MeasuredLayers.Tensor;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;

/** Which layers, and at which iterations, a quantity was measured; and means over repetitions of it. */
final class LayerGrid {

    /** A place in the network, by what DL4J calls it. */
    record Place(int layer, String name) {}

    private final Quantity quantity;
    private final List<Place> places;
    private final List<Integer> iterations;

    private LayerGrid(Quantity quantity, Set<Place> places, Set<Integer> iterations) {
        this.quantity = quantity;
        this.places =
                places.stream().sorted(Comparator.comparingInt(Place::layer)).toList();
        this.iterations = List.copyOf(iterations);
    }

    /** The grid of all layers of which a quantity has this figure. */
    static LayerGrid of(Collection<MeasuredLayers> groups, Quantity quantity, LayerFigure figure) {
        return of(groups, quantity, figure, iteration -> true);
    }

    /** The same at iteration 0 alone. */
    static LayerGrid untrained(Collection<MeasuredLayers> groups, Quantity quantity, LayerFigure figure) {
        return of(groups, quantity, figure, iteration -> iteration == 0);
    }

    private static LayerGrid of(
            Collection<MeasuredLayers> groups, Quantity quantity, LayerFigure figure, IntPredicate wanted) {
        Set<Place> places = new LinkedHashSet<>();
        Set<Integer> iterations = new TreeSet<>();
        for (MeasuredLayers group : groups) {
            group.tensors(quantity).forEach(tensor -> {
                for (int iteration : group.iterations(tensor)) {
                    if (wanted.test(iteration)
                            && group.of(tensor, iteration, figure).isPresent()) {
                        places.add(new Place(tensor.layer(), tensor.name()));
                        iterations.add(iteration);
                    }
                }
            });
        }
        return new LayerGrid(quantity, places, iterations);
    }

    /** The grid of all layers of which a histogram was kept. */
    static LayerGrid ofHistograms(List<TrialResult> trials, Quantity quantity) {
        Set<Place> places = new LinkedHashSet<>();
        Set<Integer> iterations = new TreeSet<>();
        for (TrialResult trial : trials) {
            for (LayerRow row : trial.layers()) {
                if (row.quantity() == quantity && !row.histogram().isEmpty()) {
                    places.add(new Place(row.layer(), row.name()));
                    iterations.add(row.iteration());
                }
            }
        }
        return new LayerGrid(quantity, places, iterations);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    List<Place> places() {
        return places;
    }

    List<Integer> iterations() {
        return iterations;
    }

    /** The layer's number; with the end of its name where several share it, as in 2·add or 0·RW. */
    String label(Place place) {
        long sharing =
                places.stream().filter(other -> other.layer() == place.layer()).count();
        String end = place.name().substring(place.name().lastIndexOf('_') + 1);
        return sharing == 1 ? String.valueOf(place.layer()) : place.layer() + "·" + end;
    }

    List<String> labels() {
        return places.stream().map(this::label).toList();
    }

    /** Means over repetitions, by place and iteration; NaN where nothing was measured. */
    double[][] means(MeasuredLayers group, LayerFigure figure) {
        return places.stream()
                .map(place -> new Tensor(quantity, place.layer(), place.name()))
                .map(tensor -> iterations.stream()
                        .mapToDouble(iteration -> group.of(tensor, iteration, figure)
                                .map(FigureSummary::getAverage)
                                .orElse(Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
    }
}
