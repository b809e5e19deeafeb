package org.initbench.api;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Of any number of iterations, items of so few that memory stays small: evenly spaced, the first and the last among them.
 *
 * @param <T> what is measured, once or several times an iteration
 */
final class SpacedIterations<T> {

    private final int most;
    private final TreeMap<Integer, List<T>> kept = new TreeMap<>();
    private int stride = 1;
    private int seen;
    private int lastIteration = -1;
    private List<T> last = new ArrayList<>();

    /** Keeps this many iterations, and the last. */
    SpacedIterations(int most) {
        this.most = most;
    }

    /** Adds an item; iterations come in order. */
    void add(int iteration, T item) {
        if (iteration != lastIteration) {
            begin(iteration);
        }
        last.add(item);
    }

    private void begin(int iteration) {
        lastIteration = iteration;
        last = new ArrayList<>();
        if (seen++ % stride == 0) {
            kept.put(iteration, last);
        }
        if (kept.size() > most) {
            stride *= 2;
            List<Integer> iterations = List.copyOf(kept.keySet());
            for (int i = 1; i < iterations.size(); i += 2) {
                kept.remove(iterations.get(i));
            }
        }
    }

    /** Whether items of an iteration are kept. */
    boolean has(int iteration) {
        return kept.containsKey(iteration) || iteration == lastIteration;
    }

    /** All items kept, by iteration. */
    List<T> items() {
        TreeMap<Integer, List<T>> all = new TreeMap<>(kept);
        all.put(lastIteration, last);
        return all.values().stream().flatMap(List::stream).toList();
    }
}
