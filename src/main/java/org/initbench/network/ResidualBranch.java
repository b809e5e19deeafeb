package org.initbench.network;

import java.util.List;

/**
 * A path around which a network has a shorter one.
 *
 * @param sum DL4J's name of the vertex that adds the two
 * @param layers with weights of the longer path, first to last
 */
public record ResidualBranch(String sum, List<WeightLayer> layers) {

    /** The layer with weights that ends the branch. */
    public WeightLayer last() {
        return layers.get(layers.size() - 1);
    }
}
