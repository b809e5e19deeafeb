package org.initbench.step;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.core.Sum;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.initbench.network.Network.Prediction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The steps of a network, on its own parameters and updater state, so that DL4J's {@code fit} can go on where they end, and the other way
 * around. Listeners do not hear of them.
 */
public final class StepPlan {

    /** What is evaluated at a time fits into caches. */
    private static final int EXAMPLES_AT_A_TIME = 256;

    private static final int ROWS_AT_A_TIME = 1024;

    private final MultiLayerNetwork network;
    private final List<Part> parts;
    private final Loss loss;
    private final Descent descent;
    private final boolean isMean;

    /** The iteration that finds this one's gradients, unless DL4J makes updates in between. */
    private int next = -1;

    private double[] outputs = {};
    private double[] expected = {};
    private double[] losses = {};

    private StepPlan(MultiLayerNetwork network, List<Part> parts, Loss loss) {
        this.network = network;
        this.parts = parts;
        this.loss = loss;
        this.descent = Descent.of(network);
        this.isMean = network.getDefaultConfiguration().isMiniBatch();
    }

    /** The plan of a model that is initialized; empty where one of its layers, or its loss, is not known here. */
    public static Optional<StepPlan> of(Model model) {
        return model instanceof MultiLayerNetwork network ? ofStack(network) : Optional.empty();
    }

    private static Optional<StepPlan> ofStack(MultiLayerNetwork network) {
        Layer[] layers = network.getLayers();
        Layer last = layers[layers.length - 1];
        if (network.getLayerWiseConfigurations().getBackpropType() != BackpropType.Standard
                || !(last.conf().getLayer() instanceof OutputLayer output)
                || output.getClass() != OutputLayer.class) {
            return Optional.empty();
        }
        if (network.getFlattenedGradients() == null) {
            network.initGradientsView();
        }
        return Loss.of(output.getLossFn(), output.getActivationFn())
                .flatMap(loss -> Parts.of(network).map(parts -> new StepPlan(network, parts, loss)));
    }

    /** The network's memory for the gradients of a layer's parameters, by DL4J's names. */
    static Map<String, INDArray> gradients(Layer layer) {
        return layer.numParams() == 0
                ? Collections.emptyMap()
                : layer.conf()
                        .getLayer()
                        .initializer()
                        .getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray());
    }

    /**
     * One update.
     *
     * @param features (examples, inputs), or (examples, inputs, steps)
     * @param labels (examples, outputs)
     * @return the loss before it, without regularisation: the mean over examples, or the sum where the network wants that
     */
    public double fit(INDArray features, INDArray labels) {
        int examples = (int) features.size(0);
        Signal signal = activate(features, labels);
        loss.goBack(outputs, expected, examples, signal.units());
        signal.numbers().write(0, outputs, examples * signal.units());
        int iteration = network.getIterationCount();
        if (iteration != next) {
            parts.forEach(Part::forget);
        }
        for (int i = parts.size() - 1; i >= 0 && signal != null; i--) {
            signal = parts.get(i).backward(signal);
        }
        boolean areGradientsLeft = descent.step(examples, iteration, network.getEpochCount());
        next = areGradientsLeft ? iteration + 1 : -1;
        network.getLayerWiseConfigurations().setIterationCount(iteration + 1);
        double sum = Sum.of(Arrays.copyOf(losses, examples)).getAsDouble();
        return isMean ? sum / examples : sum;
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
        int steps = features.rank() > 2 ? (int) features.size(features.rank() - 1) : 1;
        int most = Math.max(Math.min(EXAMPLES_AT_A_TIME, ROWS_AT_A_TIME / steps), 1);
        INDArray said = Nd4j.createUninitialized(DataType.DOUBLE, new long[] {count, units}, 'c');
        INDArray all = Nd4j.createUninitialized(DataType.DOUBLE, count);
        for (int from = 0; from < count; from += most) {
            int some = Math.min(most, count - from);
            INDArrayIndex those = NDArrayIndex.interval(from, from + some);
            activate(features.get(those), labels.get(those));
            double[] byColumns = Arrays.copyOf(outputs, some * units);
            said.get(those).assign(Nd4j.create(byColumns, new long[] {some, units}, 'f'));
            all.get(those).assign(Nd4j.createFromArray(Arrays.copyOf(losses, some)));
        }
        return new Prediction(all, said, labels);
    }

    /** Fills outputs, labels and losses; gives the last layer's memory. */
    private Signal activate(INDArray features, INDArray labels) {
        Signal signal = Signal.ofExamples(features);
        for (Part part : parts) {
            signal = part.forward(signal);
        }
        int examples = (int) features.size(0);
        int count = examples * signal.units();
        if (outputs.length < count || losses.length < examples) {
            outputs = new double[count];
            expected = new double[count];
            losses = new double[examples];
        }
        signal.numbers().read(0, outputs, count);
        Signal wanted = Signal.ofExamples(labels);
        try {
            wanted.numbers().read(0, expected, count);
        } finally {
            Reference.reachabilityFence(wanted);
        }
        loss.activate(outputs, expected, losses, examples, signal.units());
        return signal;
    }
}
