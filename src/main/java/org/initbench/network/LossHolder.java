package org.initbench.network;

import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A layer of a configuration that has a loss: an output layer, or a layer that is nothing but a loss.
 *
 * @param layer that has it
 * @param loss that it has
 * @param place where another one is put, which DL4J then computes with
 */
public record LossHolder(BaseLayer layer, ILossFunction loss, Consumer<ILossFunction> place) {

    /** Empty where the layer has none, or one that is no {@link ILossFunction}, as YOLO's is. */
    public static Optional<LossHolder> of(@Nullable TrainingConfig layer) {
        if (layer instanceof BaseOutputLayer own) {
            return Optional.of(new LossHolder(own, own.getLossFn(), own::setLossFn));
        }
        if (layer instanceof LossLayer own) {
            return Optional.of(new LossHolder(own, own.getLossFn(), own::setLossFn));
        }
        if (layer instanceof RnnLossLayer own) {
            return Optional.of(new LossHolder(own, own.getLossFn(), own::setLossFn));
        }
        if (layer instanceof CnnLossLayer own) {
            return Optional.of(new LossHolder(own, own.getLossFn(), own::setLossFn));
        }
        return layer instanceof Cnn3DLossLayer own
                ? Optional.of(new LossHolder(own, own.getLossFn(), own::setLossFn))
                : Optional.empty();
    }

    /** The layer's own loss, whatever stands in for it at the moment. */
    public ILossFunction own() {
        ILossFunction own = loss;
        while (own instanceof LossStandIn standIn) {
            own = standIn.original();
        }
        return own;
    }

    /** What the loss is computed of goes through it. */
    public IActivation activation() {
        return layer.getActivationFn();
    }
}
