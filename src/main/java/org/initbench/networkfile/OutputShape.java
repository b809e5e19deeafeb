package org.initbench.networkfile;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.initbench.network.LossHolder;
import org.initbench.network.SigmoidCrossEntropy;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/**
 * What a network gives for one example, and the loss that it is compared with its label by.
 *
 * @param size how many numbers, or channels
 * @param labelShape shape of the label of one example
 * @param sizeAxis which axis of it has the size
 * @param loss null where the layer has none
 * @param activation null where the layer has none
 */
public record OutputShape(
        long size,
        List<Long> labelShape,
        int sizeAxis,
        @Nullable ILossFunction loss,
        @Nullable IActivation activation) {

    /** Whether it is learned from labels. */
    public boolean hasLoss() {
        return loss != null;
    }

    /** Whether it is one class of several, or one of two. */
    public boolean isClasses() {
        return isOneOfSeveral() || (isTwoSided() && size == 1);
    }

    /** Whether the label has a 1 in the place of its class, and 0 elsewhere. */
    public boolean isOneOfSeveral() {
        return loss instanceof LossMCXENT && activation instanceof ActivationSoftmax && size > 1;
    }

    /** Whether the label is the class's number. */
    public boolean isClassNumber() {
        return loss instanceof LossSparseMCXENT;
    }

    /** Whether each number of the label is 0 or 1. */
    public boolean isTwoSided() {
        return loss instanceof LossBinaryXENT || loss instanceof SigmoidCrossEntropy;
    }

    /** The same without a loss. */
    public OutputShape withoutLoss() {
        return new OutputShape(size, labelShape, sizeAxis, null, activation);
    }

    static OutputShape of(Part part, Walk walk, long steps) {
        Layer layer = part.layer().orElse(null);
        @Nullable InputType type = walk.types().get(part.name());
        if (layer instanceof BaseOutputLayer output && !(layer instanceof RnnOutputLayer)) {
            return new OutputShape(
                    output.getNOut(), List.of(output.getNOut()), 0, output.getLossFn(), output.getActivationFn());
        }
        if (layer instanceof RnnOutputLayer output) {
            InputType sequence = type instanceof InputTypeRecurrent known && known.getTimeSeriesLength() > 0
                    ? known
                    : InputType.recurrent(output.getNOut(), steps, output.getRnnDataFormat());
            return of(sequence, output.getLossFn(), output.getActivationFn());
        }
        IActivation activation = layer instanceof FeedForwardLayer own ? own.getActivationFn() : null;
        return of(
                type == null ? InputType.feedForward(1) : type,
                LossHolder.of(layer).map(LossHolder::loss).orElse(null),
                activation);
    }

    private static OutputShape of(InputType type, @Nullable ILossFunction loss, @Nullable IActivation activation) {
        long[] withBatch = type.getShape(true);
        List<Long> shape = Arrays.stream(withBatch).skip(1).boxed().toList();
        long size = type instanceof InputTypeRecurrent sequence
                ? sequence.getSize()
                : type instanceof InputType.InputTypeConvolutional picture ? picture.getChannels() : shape.get(0);
        int axis = shape.get(0) == size ? 0 : shape.size() - 1;
        return new OutputShape(size, shape, axis, loss, activation);
    }
}
