package org.initbench.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initbench.network.LayerWatcher;
import org.jspecify.annotations.Nullable;

/** The way through the parts of a network, there and back. Where parts are given sums, or several the same, signals lie by columns. */
final class Flow {

    private final List<Node<Part>> nodes;
    private final int[] readers;
    private final Signal[] results;
    private final @Nullable Signal[] gradients;
    private final Map<Integer, Memory> sums = new HashMap<>();
    private final Map<Integer, Memory> sumsOfGradients = new HashMap<>();

    Flow(List<Node<Part>> nodes) {
        this.nodes = nodes;
        this.readers = new int[nodes.size()];
        this.results = new Signal[nodes.size()];
        this.gradients = new Signal[nodes.size()];
        for (Node<Part> node : nodes) {
            for (int input : node.inputs()) {
                if (input != Node.INPUT) {
                    readers[input]++;
                }
            }
        }
    }

    /** What comes of the network's input. */
    Signal forward(Signal input) {
        for (int i = 0; i < results.length; i++) {
            results[i] = nodes.get(i).what().forward(given(i, input));
        }
        return results[results.length - 1];
    }

    private Signal given(int node, Signal input) {
        List<Integer> inputs = nodes.get(node).inputs();
        int first = inputs.get(0);
        Signal given = first == Node.INPUT ? input : results[first];
        for (int i = 1; i < inputs.size(); i++) {
            Signal next = results[inputs.get(i)];
            given = i == 1 ? copy(sums, node, given) : given;
            given.add(next);
        }
        return given;
    }

    /** Puts all gradients into the network's memory, given that of what {@link #forward} gave. */
    void backward(Signal ofOutput) {
        gradients[results.length - 1] = ofOutput;
        for (int i = results.length - 1; i >= 0; i--) {
            Signal below = nodes.get(i).what().backward(Objects.requireNonNull(gradients[i]));
            gradients[i] = null;
            if (below != null) {
                hand(below, nodes.get(i).inputs());
            }
        }
    }

    private void hand(Signal gradient, List<Integer> inputs) {
        for (int input : inputs) {
            Signal others = gradients[input];
            if (others != null) {
                others.add(gradient);
            } else if (readers[input] == 1 && inputs.size() == 1) {
                gradients[input] = gradient;
            } else {
                gradients[input] = copy(sumsOfGradients, input, gradient);
            }
        }
    }

    private static Signal copy(Map<Integer, Memory> places, int place, Signal signal) {
        Memory memory =
                places.computeIfAbsent(place, fresh -> new Memory(signal.array().dataType(), signal.units()));
        Signal copy = memory.of(signal.examples());
        copy.copy(signal);
        return copy;
    }

    void forget() {
        nodes.forEach(node -> node.what().forget());
    }

    void settle() {
        nodes.forEach(node -> node.what().settle());
    }

    boolean isWatchable() {
        return nodes.stream().allMatch(node -> node.what().isWatchable());
    }

    void watch(Map<String, LayerWatcher> watchers) {
        nodes.forEach(node -> node.what().watch(watchers));
    }

    /** The parts of a kind. */
    <T> List<T> those(Class<T> kind) {
        return nodes.stream()
                .map(Node::what)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
