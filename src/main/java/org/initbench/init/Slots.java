package org.initbench.init;

import java.util.ArrayList;
import java.util.List;
import org.initbench.init.Slot.Branch;
import org.initbench.network.Network;
import org.initbench.network.ResidualBranch;
import org.initbench.network.WeightLayer;
import org.initbench.network.Weights;
import org.jspecify.annotations.Nullable;

/** Finds the weight parameters of a network. */
final class Slots {

    /**
     * A slot, and where its values go.
     *
     * @param layer that it is in, as the network has it now
     */
    record Place(Slot slot, WeightLayer layer, Weights weights) {}

    private Slots() {}

    /** The weight parameters, in the order in which DL4J initializes them. */
    static List<Slot> of(Network network) {
        return places(network).stream().map(Place::slot).toList();
    }

    /** The weight parameters with their places. */
    static List<Place> places(Network network) {
        List<WeightLayer> layers = network.layers();
        List<ResidualBranch> branches = network.residualBranches();
        List<Place> places = new ArrayList<>();
        for (WeightLayer layer : layers) {
            Branch branch = branch(layer, branches);
            for (Weights weights : layer.kind().weights()) {
                Slot slot = new Slot(
                        layer.position(),
                        layers.size(),
                        weights.key(),
                        weights.role(),
                        weights.shape(),
                        weights.fanIn(),
                        weights.fanOut(),
                        layer.activation(),
                        branch,
                        branches.size(),
                        layer.kind().recurrence());
                places.add(new Place(slot, layer, weights));
            }
        }
        return List.copyOf(places);
    }

    private static @Nullable Branch branch(WeightLayer layer, List<ResidualBranch> branches) {
        for (ResidualBranch branch : branches) {
            int position = branch.layers().indexOf(layer);
            if (position >= 0) {
                return new Branch(position, branch.layers().size());
            }
        }
        return null;
    }
}
