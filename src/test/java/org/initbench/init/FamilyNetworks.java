package org.initbench.init;

import org.initbench.network.Network;
import org.initbench.testing.LayerExample;
import org.initbench.testing.LayerExample.Expected;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Networks of the families of layers, initialized, and what DL4J has in them. */
final class FamilyNetworks {

    static final int GATES = 4;

    private FamilyNetworks() {}

    static LayerExample example(String name) {
        return LayerExample.all().stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static int gates(Expected expected) {
        return isGated(expected) ? GATES : 1;
    }

    static boolean isGated(Expected expected) {
        return expected.matrices() == GATES;
    }

    static INDArray gate(Network network, Expected expected, int gate) {
        INDArray parameter = first(network, expected);
        if (!isGated(expected)) {
            return parameter;
        }
        long units = parameter.size(1) / GATES;
        return parameter.get(NDArrayIndex.all(), NDArrayIndex.interval(gate * units, (gate + 1) * units));
    }

    static INDArray first(Network network, Expected expected) {
        String key = network.layers().get(0).key();
        return network.parameter(
                expected.parameter().contains("_") ? expected.parameter() : key + "_" + expected.parameter());
    }

    static Network initialized(LayerExample example, String spec, int repetition) {
        Network network = example.network().get();
        Initialization.initialize(
                network,
                Placement.everywhere(Catalog.parse(spec)),
                Seeding.independent(1, repetition),
                example.features());
        return network;
    }
}
