package org.initbench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.conformance.LayerDefinition.Reading;
import org.initbench.init.Catalog;
import org.initbench.init.Initialization;
import org.initbench.init.NamedInitializer;
import org.initbench.init.Placement;
import org.initbench.init.Seeding;
import org.initbench.init.Slot;
import org.initbench.network.Network;
import org.nd4j.linalg.factory.Nd4j;

/** Has layers initialized, by DL4J alone and by the catalog. */
final class LayerDraws {

    static final String ON_LAYER = " on the layer";

    /** Of biases: told from 0 and 1, which layers may have of their own. */
    static final double BIAS = 0.25;

    private static final List<String> CATALOG = List.of("he_normal", "glorot_normal", "lecun_normal", "orthogonal");

    private LayerDraws() {}

    /** All of a layer: DL4J's rules of (fan-in + fan-out) and of fan-in, as a user of DL4J sets them, then initbench's own. */
    static List<LayerFinding> findings(LayerCase layer) {
        boolean isReached = layer.definition().isReached();
        List<LayerFinding> findings = new ArrayList<>(dl4j(layer, WeightInit.XAVIER, true));
        findings.addAll(dl4j(layer, WeightInit.RELU, isReached));
        if (!isReached) {
            findings.addAll(onLayer(layer));
        }
        CATALOG.forEach(spec -> findings.addAll(catalog(layer, Catalog.parse(spec))));
        return findings;
    }

    /** A network as DL4J's users make it. */
    static Network dl4jNetwork(LayerCase layer, WeightInit constant, long seed) {
        Network network = layer.network(
                new NeuralNetConfiguration.Builder().weightInit(constant).biasInit(BIAS), seed);
        network.model().init();
        return network;
    }

    private static List<LayerFinding> dl4j(LayerCase layer, WeightInit constant, boolean isReached) {
        WeightInit drawn = isReached ? constant : WeightInit.XAVIER;
        return dl4j(layer, constant.name(), constant, drawn, isReached, seed -> dl4jNetwork(layer, constant, seed));
    }

    private static List<LayerFinding> onLayer(LayerCase layer) {
        WeightInit constant = WeightInit.RELU;
        return dl4j(layer, constant + ON_LAYER, constant, constant, true, seed -> {
            Network network = layer.network(seed);
            LayerCase.last(network)
                    .kind()
                    .rules()
                    .forEach(rule -> rule.set(constant, constant.getWeightInitFunction()));
            network.model().init();
            return network;
        });
    }

    private static List<LayerFinding> dl4j(
            LayerCase layer,
            String init,
            WeightInit promised,
            WeightInit drawn,
            boolean isReached,
            LongFunction<Network> networks) {
        List<LayerFinding> findings = new ArrayList<>();
        LayerMatrix.draw(networks).forEach((matrix, values) -> {
            Reading reading = layer.reading(matrix);
            findings.add(new LayerFinding(
                    layer,
                    matrix,
                    init,
                    variance(promised, matrix.fanIn(), matrix.fanOut()),
                    variance(drawn, reading.fanIn(), reading.fanOut()),
                    isReached,
                    Moments.of(values)));
        });
        return findings;
    }

    /** Glorot & Bengio 2010, or He et al. 2015. */
    private static double variance(WeightInit constant, double fanIn, double fanOut) {
        return 2 / (constant == WeightInit.XAVIER ? fanIn + fanOut : fanIn);
    }

    private static List<LayerFinding> catalog(LayerCase layer, NamedInitializer named) {
        ToDoubleFunction<LayerMatrix> promised = promises(layer, named);
        List<LayerFinding> findings = new ArrayList<>();
        LayerMatrix.draw(seed -> {
                    Network network = layer.network(seed);
                    Initialization.initialize(
                            network, Placement.everywhere(named), Seeding.independent(seed, 0), Nd4j.zeros(1, 1));
                    return network;
                })
                .forEach((matrix, values) -> findings.add(new LayerFinding(
                        layer, matrix, named.spec(), promised.applyAsDouble(matrix), null, true, Moments.of(values))));
        return findings;
    }

    private static ToDoubleFunction<LayerMatrix> promises(LayerCase layer, NamedInitializer named) {
        List<Slot> slots = Initialization.slots(layer.network(1));
        int last = slots.get(slots.size() - 1).layer();
        return matrix -> matrix.isPeepholes()
                ? 0
                : slots.stream()
                        .filter(slot -> slot.layer() == last && slot.parameter().equals(matrix.parameter()))
                        .findFirst()
                        .map(named.initializer()::variance)
                        .map(OptionalDouble::orElseThrow)
                        .orElseThrow();
    }
}
