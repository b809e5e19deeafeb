package org.initbench.step;

import java.util.Map;
import org.initbench.network.LayerWatcher;
import org.jspecify.annotations.Nullable;

/** A layer, there and back. What it hands out is its own memory, which the next pass overwrites. */
interface Part {

    /** The layer's activations. */
    Signal forward(Signal input);

    /**
     * Puts the gradients of the layer's parameters, summed over examples, into the network's memory.
     *
     * @param gradient dL/d(activations), which is overwritten
     * @return dL/d(input); null where nothing asks for it
     */
    @Nullable
    Signal backward(Signal gradient);

    /** Hears that others have made updates, or put gradients into the network's memory, since the last pass. */
    default void forget() {}

    /** Whether {@link #watch} has an effect. */
    default boolean isWatchable() {
        return false;
    }

    /** Has watchers of layers, by their keys, see the passes that follow; none of them where there are none. */
    default void watch(Map<String, LayerWatcher> watchers) {}

    /** Makes updates that were put off until somebody asks for the parameters. */
    default void settle() {}
}
