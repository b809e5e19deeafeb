package org.initbench.init;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weight initializations that a configuration names, set aside while DL4J initializes the network and put back afterwards.
 * What stands in for them draws no random number, so that DL4J's generator is where it would be without them: constants of
 * DL4J's and dropout go on from there. Some would never return: {@code OrthogonalDistribution} hangs or crashes.
 */
final class ConfiguredRules {

    private static final IWeightInit NO_DRAWS = WeightInit.ZERO.getWeightInitFunction();

    /** What stands in a configuration for one weight parameter; null where DL4J goes by another's. */
    private record Rule(@Nullable IWeightInit own, Consumer<@Nullable IWeightInit> setter) {

        void set(@Nullable IWeightInit other) {
            setter.accept(other);
        }
    }

    /** DL4J's own rule for one parameter, which may refuse it. */
    private record Refusable(String name, IWeightInit rule) implements IWeightInit {

        @Override
        public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray view) {
            try {
                return rule.init(fanIn, fanOut, shape, order, view);
            } catch (IllegalStateException | IllegalArgumentException refused) {
                throw new UnsuitableInitializerException(name + " refuses weights of shape " + Arrays.toString(shape));
            }
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    /** Those of a network that is yet to be initialized, one for each weight parameter, in order. */
    ConfiguredRules(Network network) {
        for (WeightLayer layer : network.layers()) {
            rules.add(new Rule(layer.configuration().getWeightInitFn(), layer.configuration()::setWeightInitFn));
            if (layer.configuration() instanceof SimpleRnn recurrent) {
                rules.add(new Rule(recurrent.getWeightInitFnRecurrent(), recurrent::setWeightInitFnRecurrent));
            }
        }
    }

    private static String name(NamedInitializer named) {
        return named.initializer() instanceof Dl4jConstant own ? "DL4J's " + own.constant() : named.spec();
    }

    /**
     * Initializes the network, with DL4J's own rules where an initializer is one; these stay in the configuration.
     *
     * @param initializers of each weight parameter
     * @throws UnsuitableInitializerException if such a rule refuses a parameter
     */
    void initialize(Network network, List<NamedInitializer> initializers) {
        for (int i = 0; i < rules.size(); i++) {
            NamedInitializer named = initializers.get(i);
            Optional<IWeightInit> dl4j = named.initializer().weightInit();
            rules.get(i)
                    .set(dl4j.<IWeightInit>map(rule -> new Refusable(name(named), rule))
                            .orElse(NO_DRAWS));
        }
        try {
            network.model().init();
        } finally {
            for (int i = 0; i < rules.size(); i++) {
                Optional<IWeightInit> dl4j = initializers.get(i).initializer().weightInit();
                rules.get(i).set(dl4j.isPresent() ? dl4j.get() : rules.get(i).own());
            }
        }
    }
}
