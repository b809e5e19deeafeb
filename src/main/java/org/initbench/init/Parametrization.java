package org.initbench.init;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.init.Slots.Place;
import org.initbench.network.Network;
import org.initbench.network.OwnRates;
import org.initbench.network.UpdateRule;
import org.initbench.network.WeightLayer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/** The learning rates that initializers set, layer by layer. DL4J has one for all weights of a layer, and one for its biases. */
final class Parametrization {

    /** What the rates of a layer are multiplied by. */
    private record Factors(double weights, double biases) {}

    private Parametrization() {}

    /**
     * Multiplies the rates of a network that is yet to be initialized.
     *
     * @throws UnsuitableInitializerException as {@link #check} does
     */
    static void setRates(Network network, List<Place> places, List<NamedInitializer> initializers) {
        factors(network, places, initializers)
                .forEach((layer, factors) -> OwnRates.multiply(layer, factors.weights(), factors.biases()));
    }

    /**
     * Looks whether the rates can be set.
     *
     * @throws UnsuitableInitializerException if weights of one layer need different ones, or the updater is of a kind that nothing is known of
     */
    static void check(Network network, List<Place> places, List<NamedInitializer> initializers) {
        factors(network, places, initializers);
    }

    /** Refuses what sets rates, for a network whose updater is made already. */
    static void refuse(Placement placement) {
        placement.all().stream()
                .filter(each -> each.initializer().setsRates())
                .findFirst()
                .ifPresent(each -> {
                    throw new UnsuitableInitializerException(each.spec()
                            + " sets learning rates too, and this network has its own already; train it by a study");
                });
    }

    private static Map<WeightLayer, Factors> factors(
            Network network, List<Place> places, List<NamedInitializer> initializers) {
        Map<Integer, Factors> byPosition = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            Initializer initializer = initializers.get(i).initializer();
            Place place = places.get(i);
            IUpdater updater = place.layer().updater();
            if (initializer.setsRates() && !(updater instanceof NoOp)) {
                Factors factors = factors(initializer, place, updater);
                Factors other = byPosition.put(place.layer().position(), factors);
                if (other != null && !other.equals(factors)) {
                    throw new UnsuitableInitializerException(
                            initializers.get(i).spec()
                                    + " needs several learning rates in layer "
                                    + place.layer().position()
                                    + ", and DL4J has one for all weights of a layer; put an embedding or a dense layer before it");
                }
            }
        }
        Map<WeightLayer, Factors> factors = new LinkedHashMap<>();
        network.layers().stream()
                .filter(layer -> byPosition.containsKey(layer.position()))
                .forEach(layer -> factors.put(layer, byPosition.get(layer.position())));
        return factors;
    }

    private static Factors factors(Initializer initializer, Place place, IUpdater updater) {
        UpdateRule rule = UpdateRule.of(updater)
                .orElseThrow(() -> new UnsuitableInitializerException(
                        "learning rates by width are known for SGD and Adam, and their kin, and not for "
                                + updater.getClass().getSimpleName()));
        return new Factors(initializer.rateFactor(place.slot(), rule), initializer.biasRateFactor(place.slot(), rule));
    }
}
