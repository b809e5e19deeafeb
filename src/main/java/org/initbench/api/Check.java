package org.initbench.api;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.check.CheckRow;
import org.initbench.check.CheckedTrial;
import org.initbench.init.NamedInitializer;
import org.initbench.network.Network;
import org.initbench.trial.DefaultInitializers;
import org.initbench.trial.NetworkCheck;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whether the signal is alive in a network, layer by layer, under each of some initializers: one minibatch forward and backward,
 * and ten updates at the network's own rate, three times over.
 *
 * <pre>{@code
 * List<CheckRow> rows = Check.of(network).batch(features, labels).inits("he_normal", "lsuv").run();
 * }</pre>
 *
 * <p>It works on a copy: the network stays as it is.
 */
public final class Check {

    private static final int REPETITIONS = 3;

    private final Model model;
    private final @Nullable INDArray features;
    private final @Nullable INDArray labels;
    private final List<NamedInitializer> initializers;
    private final long seed;

    private Check(
            Model model,
            @Nullable INDArray features,
            @Nullable INDArray labels,
            List<NamedInitializer> initializers,
            long seed) {
        this.model = model;
        this.features = features;
        this.labels = labels;
        this.initializers = initializers;
        this.seed = seed;
    }

    /**
     * The check of this network, with the initializers that {@code initbench check} tries by default, and seed 0.
     *
     * @param model an initialized {@code MultiLayerNetwork} or {@code ComputationGraph} with one input and one output
     * @throws IllegalArgumentException if it is of another kind or not initialized
     */
    public static Check of(Model model) {
        Network network = Network.of(model);
        if (!network.isInitialized()) {
            throw new IllegalArgumentException("the network has no parameters yet: call its init() first");
        }
        List<NamedInitializer> defaults = DefaultInitializers.of(network).stream()
                .map(Initializers::named)
                .filter(named -> named.initializer().dl4j().isEmpty())
                .toList();
        return new Check(model, null, null, defaults, 0);
    }

    /** The same on this minibatch, examples first, as the network takes them. */
    public Check batch(INDArray otherFeatures, INDArray otherLabels) {
        return new Check(model, otherFeatures, otherLabels, initializers, seed);
    }

    /**
     * The same with these initializers.
     *
     * @throws IllegalArgumentException if a spec names none, or one of DL4J's own, which stand in the configuration
     */
    public Check inits(String... specs) {
        List<NamedInitializer> named = new ArrayList<>();
        for (String spec : specs) {
            named.add(Initializers.assignable(spec));
        }
        return new Check(model, features, labels, named, seed);
    }

    /** The same with another seed. */
    public Check seed(long other) {
        return new Check(model, features, labels, initializers, other);
    }

    /**
     * Runs it.
     *
     * @return a row of {@code check.csv} for each initializer, in their order
     * @throws IllegalStateException if there is no minibatch
     */
    public List<CheckRow> run() {
        if (features == null || labels == null) {
            throw new IllegalStateException("a check looks at data: give it a minibatch with batch(features, labels)");
        }
        List<CheckedTrial> trials = new ArrayList<>();
        for (NamedInitializer initializer : initializers) {
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                trials.add(new NetworkCheck(Network.of(copy()), features, labels).of(initializer, seed, repetition));
            }
        }
        return CheckRow.of(trials);
    }

    private Model copy() {
        return model instanceof MultiLayerNetwork stack ? stack.clone() : ((ComputationGraph) model).clone();
    }
}
