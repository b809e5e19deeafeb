package org.initbench.init;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.init.Slots.Place;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.network.WeightRule;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weight initializations that a configuration names, set aside while DL4J initializes the network and put back afterwards.
 * What stands in for them draws no random number, so that DL4J's generator is where it would be without them: constants of
 * DL4J's and dropout go on from there. Some would never return: {@code OrthogonalDistribution} hangs or crashes.
 */
final class ConfiguredRules {

    /** DL4J's own rule for one parameter, which may refuse it. */
    private record Refusable(WeightInit constant) implements IWeightInit {

        @Override
        public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray view) {
            try {
                return constant.getWeightInitFunction().init(fanIn, fanOut, shape, order, view);
            } catch (IllegalStateException | IllegalArgumentException refused) {
                throw new UnsuitableInitializerException(
                        "DL4J's " + constant + " refuses weights of shape " + Arrays.toString(shape));
            }
        }
    }

    /** A rule, and the constant that an initializer has DL4J draw in its place. */
    private record Replaced(WeightRule rule, Optional<WeightInit> constant) {

        void whileInitialized() {
            WeightInit drawn = constant.orElse(WeightInit.ZERO);
            rule.set(drawn, new Refusable(drawn));
        }

        void afterwards() {
            constant.ifPresentOrElse(own -> rule.set(own, own.getWeightInitFunction()), () -> rule.restore()
                    .run());
        }
    }

    private final List<Replaced> rules = new ArrayList<>();

    /**
     * Those of a network that is yet to be initialized.
     *
     * @param places of all weight parameters
     * @param initializers of each
     */
    ConfiguredRules(Network network, List<Place> places, List<NamedInitializer> initializers) {
        for (WeightLayer layer : network.layers()) {
            for (WeightRule rule : layer.kind().rules()) {
                Optional<WeightInit> constant = IntStream.range(0, places.size())
                        .filter(i -> places.get(i).layer().position() == layer.position()
                                && rule.covers().test(places.get(i).weights().key()))
                        .mapToObj(i -> initializers.get(i).initializer().dl4j())
                        .flatMap(Optional::stream)
                        .findFirst();
                rules.add(new Replaced(rule, constant));
            }
        }
    }

    /**
     * Initializes the network, with DL4J's own rules where an initializer is one; these stay in the configuration.
     *
     * @throws UnsuitableInitializerException if such a rule refuses a parameter
     */
    void initialize(Network network) {
        rules.forEach(Replaced::whileInitialized);
        try {
            network.model().init();
        } finally {
            rules.forEach(Replaced::afterwards);
        }
    }
}
