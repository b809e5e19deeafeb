package org.initbench.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** Which layers, and at which iterations, a quantity was measured in some trials; and means over repetitions of it. */
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

    /** The grid of all trials in which the quantity has this value. */
    static LayerGrid of(List<TrialResult> trials, Quantity quantity, Function<LayerRow, @Nullable Double> value) {
        Set<Place> places = new LinkedHashSet<>();
        Set<Integer> iterations = new TreeSet<>();
        for (TrialResult trial : trials) {
            for (LayerRow row : trial.layers()) {
                if (row.quantity() == quantity && value.apply(row) != null) {
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

    /** Means over trials, by place and iteration; NaN where nothing was measured. */
    double[][] means(List<TrialResult> trials, Function<LayerRow, @Nullable Double> value) {
        Map<Place, Integer> rows = indices(places);
        Map<Integer, Integer> columns = indices(iterations);
        double[][] sums = new double[places.size()][iterations.size()];
        int[][] counts = new int[places.size()][iterations.size()];
        for (TrialResult trial : trials) {
            for (LayerRow layer : trial.layers()) {
                Double measured = layer.quantity() == quantity ? value.apply(layer) : null;
                Integer row = rows.get(new Place(layer.layer(), layer.name()));
                Integer column = columns.get(layer.iteration());
                if (measured != null && row != null && column != null) {
                    sums[row][column] += measured;
                    counts[row][column]++;
                }
            }
        }
        for (int row = 0; row < sums.length; row++) {
            for (int column = 0; column < sums[row].length; column++) {
                sums[row][column] /= counts[row][column];
            }
        }
        return sums;
    }

    private static <K> Map<K, Integer> indices(List<K> keys) {
        Map<K, Integer> indices = new HashMap<>();
        new ArrayList<>(keys).forEach(key -> indices.put(key, indices.size()));
        return indices;
    }
}
