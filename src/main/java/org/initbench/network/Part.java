package org.initbench.network;

import java.util.List;

/**
 * One thing that a network does to what goes through it: a layer, a vertex, or what DL4J puts before a layer to reshape its input.
 *
 * @param key of a layer or vertex that of {@link WeightLayer#key}
 * @param name for users
 * @param inputs keys of the parts whose outputs it takes; what is no part's key is the network's input
 * @param passage what it does
 */
public record Part(String key, String name, List<String> inputs, Passage passage) {}
