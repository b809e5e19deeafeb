package org.initbench.network;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;

/** A view of a DL4J network with one input and one output, be it a stack of layers or a graph. */
public interface Network {

    /** The network of a stack of layers, yet to be initialized. */
    static Network of(MultiLayerConfiguration configuration) {
        return new Stack(new MultiLayerNetwork(configuration));
    }

    /** The network of a graph, yet to be initialized. */
    static Network of(ComputationGraphConfiguration configuration) {
        return new Graph(new ComputationGraph(configuration));
    }

    /**
     * A view of this model.
     *
     * @throws IllegalArgumentException if it is neither a {@code MultiLayerNetwork} nor a {@code ComputationGraph}
     */
    static Network of(Model model) {
        if (model instanceof MultiLayerNetwork stack) {
            return new Stack(stack);
        }
        if (model instanceof ComputationGraph graph) {
            return new Graph(graph);
        }
        throw new IllegalArgumentException("a network is expected, not a " + model.getClass());
    }

    /** DL4J's object. */
    Model model();

    /**
     * The layers with weights, first to last; in a graph, in an order in which each comes after its inputs. Until the network
     * is initialized their configurations are those that it will be made from, then those that it runs by.
     */
    List<WeightLayer> layers();

    /** A sentence about each layer that no initializer fills: one that is frozen, or of an unknown family. */
    List<String> unserved();

    /**
     * The residual branches, in the order of the network: of the two paths that an element-wise addition ends, and that part
     * somewhere before, the one with more layers with weights.
     */
    List<ResidualBranch> residualBranches();

    /**
     * Whether there is nothing in the network but dense layers, one after the other, and nothing in these but weights, biases
     * and activations: no normalization, dropout or noise.
     */
    boolean isPlainStack();

    /** All that it does to its input, each part after those that it takes from. */
    List<Part> parts();

    /** A parameter by DL4J's name, as {@code 0_W}: the network's own array. */
    default INDArray parameter(String name) {
        return model().getParam(name);
    }

    /** Whether the model has its parameters. */
    boolean isInitialized();

    /** Makes the updater forget the steps before. */
    void clearUpdater();

    /** The type of its parameters and arithmetic. */
    DataType dataType();

    /** Whether there is a layer with a loss, so that the network can be trained. */
    boolean hasLoss();

    /** The layer with a loss, if it is an {@link org.nd4j.linalg.lossfunctions.ILossFunction} of labels. */
    Optional<LossHolder> loss();

    /** Updates made so far. */
    int iteration();

    /** Spares training what nothing asks for, without changing a digit of it. To be called once the network is initialized. */
    void speedUp();

    /** One update on a minibatch. */
    void fit(DataSet batch);

    /** One update on a minibatch of which nothing is padded. */
    default void fit(INDArray features, INDArray labels) {
        fit(new DataSet(features, labels));
    }

    /** Loss and gradients on a minibatch, without an update; listeners hear of both passes. */
    void computeGradients(DataSet batch);

    /** The same of a minibatch of which nothing is padded. */
    default void computeGradients(INDArray features, INDArray labels) {
        computeGradients(new DataSet(features, labels));
    }

    /** Examples of the minibatch whose gradients DL4J computes; 0 while it computes none. */
    int batchSize();

    /**
     * Which steps of the minibatch that DL4J works on are padding for a layer: those of the labels for one with a loss, those of the
     * features for others, as far as DL4J tells (an LSTM does not when DL4J's own {@code fit} is called); null where none is.
     */
    @Nullable
    INDArray mask(WeightLayer layer);

    /** A forward pass at least as far as a layer, of which no listener hears. */
    void forward(INDArray features, WeightLayer last, boolean training);

    /** The output for these examples. */
    default INDArray output(INDArray features) {
        return output(new DataSet(features, null));
    }

    /** The output for these examples, of which no labels are needed. */
    INDArray output(DataSet examples);

    /** The loss of each example, without regularisation. */
    INDArray losses(DataSet examples);

    /**
     * Loss of each example, and output for each label, by one forward pass.
     *
     * @throws IllegalStateException if {@link #loss} is empty
     */
    default Prediction predict(DataSet examples) {
        LossHolder holder = loss().orElseThrow(() -> new IllegalStateException("no layer has a loss of labels"));
        try (OutputTap tap = OutputTap.into(holder)) {
            INDArray losses = losses(examples);
            // Of single examples DL4J has the sum over outputs, where its training has their mean.
            boolean isSum = holder.own().getClass() == LossMAE.class;
            return new Prediction(isSum ? losses.div(tap.labels().size(1)) : losses, tap.output(), tap.labels());
        }
    }

    /**
     * What a network says of examples.
     *
     * @param losses of each example
     * @param output for each label, (labels, outputs): one row an example, or one a step of each sequence, padding left out
     * @param labels in the order of the output, (labels, outputs)
     */
    record Prediction(INDArray losses, INDArray output, INDArray labels) {}

    /** Whether DL4J adds anything to the loss, be it the study's or a layer's own. To be asked once the network is initialized. */
    boolean isRegularised();

    /** The regularisation that DL4J adds to the loss. */
    double regularisation();
}
