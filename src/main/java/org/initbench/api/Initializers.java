package org.initbench.api;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Model;
import org.initbench.config.Suggestion;
import org.initbench.init.Adjustment;
import org.initbench.init.Biases;
import org.initbench.init.Catalog;
import org.initbench.init.Initialization;
import org.initbench.init.InvalidSpecException;
import org.initbench.init.NamedInitializer;
import org.initbench.init.Placement;
import org.initbench.init.Seeding;
import org.initbench.network.Network;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * First values for the weights and biases of a Deeplearning4j network, to be given after its {@code init()}:
 *
 * <pre>{@code
 * Initializers.of("orthogonal(gain=1.41)").seed(42).apply(network);
 * Initializers.of("lsuv").seed(42).batch(features).apply(network);
 * }</pre>
 *
 * <p>Nothing of initbench stays in the network: it is saved and loaded as any other. The same spec and seed give the same
 * values, those that a study of that seed has in its first repetition.
 *
 * @see <a href="../../../../../docs/library.md">initbench as a library</a>
 */
public final class Initializers {

    private final NamedInitializer initializer;
    private final @Nullable NamedInitializer biases;
    private final long seed;
    private final @Nullable INDArray features;

    private Initializers(
            NamedInitializer initializer, @Nullable NamedInitializer biases, long seed, @Nullable INDArray features) {
        this.initializer = initializer;
        this.biases = biases;
        this.seed = seed;
        this.features = features;
    }

    /**
     * The initializer that a spec names, with seed 0.
     *
     * @param spec as {@code initbench list inits} shows them, or the class of one of your own: {@code name} or
     *     {@code name(key=value, …)}
     * @throws IllegalArgumentException if there is none, if its arguments are wrong, or if it is one of DL4J's own, which stand in
     *     the configuration
     */
    public static Initializers of(String spec) {
        return new Initializers(assignable(spec), null, 0, null);
    }

    /** Of those that are assigned after {@code init()}. */
    static NamedInitializer assignable(String spec) {
        NamedInitializer named = named(spec);
        if (named.initializer().dl4j().isPresent()) {
            throw new IllegalArgumentException(named.spec()
                    + " is drawn by DL4J itself: give it to weightInit(...) of the configuration, before init()");
        }
        return named;
    }

    static NamedInitializer named(String spec) {
        return named(spec, Catalog::parse);
    }

    private static NamedInitializer named(String spec, Function<String, NamedInitializer> parser) {
        try {
            return parser.apply(spec);
        } catch (InvalidSpecException invalid) {
            String help = Suggestion.forUnknown(invalid.unknown(), invalid.known(), invalid.meant());
            throw new IllegalArgumentException(invalid.getMessage() + help, invalid);
        }
    }

    /**
     * The same with biases by a rule of their own, in place of the initializer's or the layer's.
     *
     * @param spec as in a study's {@code network.biasInit}: {@code zeros}, {@code normal(0.1)}, {@code forget(1)}, {@code chrono(40)}, …
     * @throws IllegalArgumentException if there is none, or its arguments are wrong
     */
    public Initializers biases(String spec) {
        return new Initializers(initializer, named(spec, Biases::parse), seed, features);
    }

    /** The same with another seed. */
    public Initializers seed(long other) {
        return new Initializers(initializer, biases, other, features);
    }

    /** The same with a minibatch to look at, examples first, as the network takes them; LSUV needs one. */
    public Initializers batch(INDArray examples) {
        return new Initializers(initializer, biases, seed, examples);
    }

    /**
     * Gives every weight and bias of a network its first value, in place. What an updater has remembered of earlier steps stays.
     *
     * @param model an initialized {@code MultiLayerNetwork} or {@code ComputationGraph} with one input and one output
     * @return what initializers that look at data did, by layer
     * @throws IllegalArgumentException if the model is of another kind or not initialized, or if the initializer needs a batch
     *     and has none
     * @throws org.initbench.init.UnsuitableInitializerException if the initializer cannot serve this network
     */
    public List<Adjustment> apply(Model model) {
        Network network = Network.of(model);
        if (!network.isInitialized()) {
            throw new IllegalArgumentException("the network has no parameters yet: call its init() first");
        }
        if (features == null && initializer.initializer().looksAtData()) {
            throw new IllegalArgumentException(
                    initializer.spec() + " looks at data: give it a minibatch with batch(features)");
        }
        return Initialization.assign(
                network,
                new Placement(initializer, null, null, biases),
                Seeding.independent(seed, 0),
                Objects.requireNonNullElseGet(features, () -> Nd4j.empty(network.dataType())));
    }
}
