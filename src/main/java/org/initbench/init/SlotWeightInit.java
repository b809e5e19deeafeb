package org.initbench.init;

import java.util.List;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Brings an initializer of the catalog to DL4J for one weight parameter. It survives a save and load of the
 * configuration, and gives the same values whenever DL4J asks.
 *
 * @param specs the initializer of each weight parameter of the network, as {@link Catalog#parse} reads it
 * @param slots all weight parameters of the network, first to last
 * @param index of this parameter among them
 * @param seeding of the network
 */
public record SlotWeightInit(
        @JsonProperty("specs") List<String> specs,
        @JsonProperty("slots") List<Slot> slots,
        @JsonProperty("index") int index,
        @JsonProperty("seeding") Seeding seeding)
        implements IWeightInit {

    /** Fans are taken from the slot: DL4J's divide by the stride of a convolution and count an embedding's as 1. */
    @Override
    public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
        double[] values = seeding.weights(i -> Catalog.parse(specs.get(i)).initializer(), slots, index);
        if (values.length != paramView.length()) {
            throw new IllegalStateException("layer " + slots.get(index).layer() + " has " + paramView.length()
                    + " weights, but its initializer was planned for " + values.length);
        }
        paramView.assign(Nd4j.createFromArray(values));
        return paramView.reshape(order, shape);
    }
}
