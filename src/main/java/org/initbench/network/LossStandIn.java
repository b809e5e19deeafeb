package org.initbench.network;

import java.io.Serial;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/** Takes the place of a layer's loss until it is closed, and passes every call on. */
public abstract class LossStandIn implements ILossFunction, StandIn, AutoCloseable {

    private static final long serialVersionUID = 1L;

    private final transient LossHolder holder;
    private final ILossFunction loss;

    /** One for this layer, whose place it takes by {@link #open}. */
    protected LossStandIn(LossHolder holder) {
        this.holder = holder;
        this.loss = holder.loss();
    }

    /** Takes the loss's place. */
    protected final void open() {
        holder.place().accept(this);
    }

    /** Puts the layer's own loss back. */
    @Override
    public final void close() {
        holder.place().accept(loss);
    }

    /** The activation of the layer. */
    public final IActivation activation() {
        return holder.activation();
    }

    @Override
    public final ILossFunction original() {
        return loss;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        return loss.computeScore(labels, preOutput, activationFn, mask, average);
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        return loss.computeScoreArray(labels, preOutput, activationFn, mask);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        return loss.computeGradient(labels, preOutput, activationFn, mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activationFn, mask, average),
                computeGradient(labels, preOutput, activationFn, mask));
    }

    @Override
    public String name() {
        return loss.name();
    }

    /** Of use to subclasses, where Java looks for it. */
    @Serial
    protected final Object writeReplace() {
        return loss;
    }
}
