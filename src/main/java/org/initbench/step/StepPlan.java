package org.initbench.step;

import java.lang.ref.Reference;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.LayerWatcher;
import org.initbench.network.Network;
import org.initbench.network.Network.Prediction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The steps of a network, on its own parameters and updater state, so that DL4J's {@code fit} can go on where they end, once they are
 * {@linkplain #settle settled}, and the other way around. Listeners do not hear of them.
 */
public final class StepPlan {

    /** What is evaluated at a time fits into caches. */
    private static final int EXAMPLES_AT_A_TIME = 256;

    private static final int ROWS_AT_A_TIME = 1024;

    /** Of the many numbers of pictures, before there was a minibatch. */
    private static final int PICTURES_AT_A_TIME = 32;

    private static final int SEQUENCES_RANK = 3;

    /** Features and labels of an epoch's minibatches, of which the last may have another size. */
    private static final int MINIBATCHES = 4;

    private final PlannedModel network;

    /** By what a watcher of the output is known. */
    private final String output;

    private final Flow parts;
    private final Loss loss;
    private final Descent descent;
    private final boolean isMean;
    private final boolean isOfPictures;

    /** The iteration that finds this one's gradients, unless DL4J makes updates in between. */
    private int next = -1;

    /** Pictures of the last minibatch, as oneDNN's primitives are made for each size. */
    private int fitted = PICTURES_AT_A_TIME;

    /** By the arrays that they are of. */
    private final IdentityHashMap<INDArray, Signal> minibatches = new IdentityHashMap<>();

    private double[] outputs = {};
    private double[] expected = {};
    private double[] losses = {};

    private StepPlan(PlannedModel network, Flow parts, Loss loss, Descent descent) {
        this.network = network;
        List<Layer> layers = network.layers();
        this.output = network.name(layers.get(layers.size() - 1));
        this.parts = parts;
        this.loss = loss;
        this.descent = descent;
        this.isMean = network.isMean();
        this.isOfPictures = !parts.those(Pictures.class).isEmpty();
        parts.those(Words.class).forEach(descent::putOff);
    }

    /** The plan of a model that is initialized; empty where one of its layers, or its loss, is not known here. */
    public static Optional<StepPlan> of(Model model) {
        return PlannedModel.of(model).flatMap(StepPlan::of);
    }

    private static Optional<StepPlan> of(PlannedModel network) {
        List<Node<Vertex>> vertices = network.vertices();
        if (vertices.isEmpty() || network.backpropType() != BackpropType.Standard) {
            return Optional.empty();
        }
        network.gradients();
        Optional<Loss> loss = vertices.get(vertices.size() - 1)
                .what()
                .layer()
                .map(layer -> layer.conf().getLayer())
                .filter(layer -> layer.getClass() == OutputLayer.class)
                .map(OutputLayer.class::cast)
                .flatMap(layer -> Loss.of(layer.getLossFn(), layer.getActivationFn()));
        return loss.flatMap(known -> Parts.of(vertices).flatMap(parts -> network.updater()
                .map(updater -> new StepPlan(network, new Flow(parts), known, Descent.of(network, updater)))));
    }

    /**
     * Makes all updates that were put off, of words that are in few minibatches, and puts the updater's state where the network has it.
     * To be called before anybody but this plan looks at the network or its updater.
     */
    public void settle() {
        parts.settle();
        descent.settle();
    }

    /**
     * One update.
     *
     * @param features (examples, inputs), or (examples, inputs, steps)
     * @param labels (examples, outputs)
     * @return the loss before it, without regularisation: the mean over examples, or the sum where the network wants that
     */
    public double fit(INDArray features, INDArray labels) {
        double before = pass(features, labels, Map.of());
        int iteration = network.iteration();
        boolean areGradientsLeft = descent.step((int) features.size(0), iteration, network.epoch());
        next = areGradientsLeft ? iteration + 1 : -1;
        network.setIteration(iteration + 1);
        return before;
    }

    /** The same of a plan that is {@linkplain #isWatchable watchable}, while it is measured. */
    public double fit(INDArray features, INDArray labels, Measured measured) {
        Gradient gradients = network.namedGradients();
        double before = watched(features, labels, measured, gradients);
        int iteration = network.iteration();
        descent.stepShown((int) features.size(0), iteration, network.epoch());
        network.setIteration(iteration + 1);
        measured.afterUpdate(gradients);
        return before;
    }

    /** Goes there and back without an update, while that is measured. */
    public void measurePass(INDArray features, INDArray labels, Measured measured) {
        watched(features, labels, measured, network.namedGradients());
    }

    private double watched(INDArray features, INDArray labels, Measured measured, Gradient gradients) {
        settle();
        parts.watch(measured.watchers());
        try {
            double before = pass(features, labels, measured.watchers());
            measured.beforeUpdate(gradients, (int) features.size(0));
            return before;
        } finally {
            parts.watch(Map.of());
            next = -1;
        }
    }

    private double pass(INDArray features, INDArray labels, Map<String, LayerWatcher> watchers) {
        int examples = (int) features.size(0);
        fitted = Math.min(examples, EXAMPLES_AT_A_TIME);
        if (network.iteration() != next) {
            parts.forget();
        }
        Signal signal = forward(minibatch(features), minibatch(labels), examples);
        int count = examples * signal.units();
        LayerWatcher watcher = watchers.get(output);
        if (watcher != null) {
            watcher.preactivation(signal.array());
        }
        double sum = loss.sum(outputs, expected, losses, examples, signal.units());
        if (watcher != null) {
            signal.numbers().write(0, outputs, count);
            watcher.activation(signal.array());
        }
        loss.goBack(outputs, expected, examples, signal.units());
        signal.numbers().write(0, outputs, count);
        parts.backward(signal);
        return isMean ? sum / examples : sum;
    }

    /** What lies as the plan wants it is the same for all minibatches that are put into an array one after the other. */
    private Signal minibatch(INDArray array) {
        Signal known = minibatches.get(array);
        if (known != null) {
            return known;
        }
        Signal signal = Signal.ofExamples(array);
        if (signal.isOf(array)) {
            if (minibatches.size() == MINIBATCHES) {
                minibatches.clear();
            }
            minibatches.put(array, signal);
        }
        return signal;
    }

    /** Whether all that goes through the layers can be seen: of stacks, whose layers have their activations in themselves. */
    public boolean isWatchable() {
        return network.model() instanceof MultiLayerNetwork && parts.isWatchable();
    }

    /**
     * What the network says of examples, in the form that {@link Network#predict} has it.
     *
     * @param features (examples, inputs), or (examples, inputs, steps)
     * @param labels (examples, outputs)
     */
    public Prediction predict(INDArray features, INDArray labels) {
        int count = (int) features.size(0);
        int units = (int) labels.size(1);
        int steps = features.rank() == SEQUENCES_RANK ? (int) features.size(features.rank() - 1) : 1;
        int most = isOfPictures ? fitted : Math.max(Math.min(EXAMPLES_AT_A_TIME, ROWS_AT_A_TIME / steps), 1);
        double[] said = new double[count * units];
        double[] all = new double[count];
        for (int from = 0; from < count; from += most) {
            int some = Math.min(most, count - from);
            INDArrayIndex those = NDArrayIndex.interval(from, from + some);
            forward(Signal.ofExamples(features.get(those)), Signal.ofExamples(labels.get(those)), some);
            loss.activate(outputs, expected, losses, some, units);
            for (int unit = 0; unit < units; unit++) {
                for (int example = 0; example < some; example++) {
                    said[(from + example) * units + unit] = outputs[unit * some + example];
                }
            }
            System.arraycopy(losses, 0, all, from, some);
        }
        return new Prediction(Nd4j.createFromArray(all), Nd4j.create(said, new long[] {count, units}, 'c'), labels);
    }

    /** Fills pre-activations of the output, and labels; gives the last layer's memory. */
    private Signal forward(Signal features, Signal wanted, int examples) {
        Signal signal = parts.forward(features);
        int count = examples * signal.units();
        if (outputs.length < count || losses.length < examples) {
            outputs = new double[count];
            expected = new double[count];
            losses = new double[examples];
        }
        signal.numbers().read(0, outputs, count);
        try {
            wanted.numbers().read(0, expected, count);
        } finally {
            Reference.reachabilityFence(wanted);
        }
        return signal;
    }
}
