package org.initbench.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * A layer with weights: one of those that the {@code layer} column numbers.
 *
 * @param position among the layers with weights, from 0
 * @param name DL4J's of the layer or vertex
 * @param key with which the names of its parameters begin: its index in a stack, its name in a graph
 * @param kind of the layer, inside any wrappers
 * @param activationLayer the layer of its own that holds its activation, with nothing but layers without weights between;
 *     null where the layer itself holds it
 */
public record WeightLayer(
        int position, String name, String key, LayerKind kind, @Nullable ActivationLayer activationLayer) {

    /** What the layer obeys. */
    public TrainingConfig configuration() {
        return kind.configuration();
    }

    /** What updates its weights. */
    public IUpdater updater() {
        try {
            IUpdater updater =
                    configuration().getUpdaterByParam(kind.weightKeys().get(0));
            return updater == null ? new NoOp() : updater;
        } catch (UnsupportedOperationException wrappedTwice) {
            // DL4J does not find it in a last step within what goes both ways, and cannot train that either.
            return new NoOp();
        }
    }

    /** L1, L2 or weight decay of its weights. */
    public List<Regularization> penalties() {
        List<Regularization> penalties =
                configuration().getRegularizationByParam(kind.weightKeys().get(0));
        return penalties == null ? List.of() : List.copyOf(penalties);
    }

    /** The activation that its outputs go through. */
    public IActivation activation() {
        return activationLayer == null ? kind.activation() : activationLayer.getActivationFn();
    }

    /** Puts another in the place of {@link #activation}, at once. */
    public void setActivation(IActivation activation) {
        if (activationLayer == null) {
            kind.setActivation(activation);
        } else {
            activationLayer.setActivationFn(activation);
        }
    }

    /** DL4J's names of its weights, as {@code 0_W}. */
    public List<String> weights() {
        return names(kind.weightKeys());
    }

    /** DL4J's names of its biases, as {@code 0_b}. */
    public List<String> biases() {
        return names(kind.biasKeys());
    }

    /** All parameter names, weights first. */
    public List<String> parameters() {
        List<String> all = new ArrayList<>(weights());
        all.addAll(biases());
        return all;
    }

    /** DL4J's name of a parameter. */
    public String parameter(String own) {
        return key + "_" + own;
    }

    /** A weight parameter, or its gradient, as (values into a unit, units), or (units, …); others as they are. */
    public INDArray byUnit(String name, INDArray tensor) {
        Optional<Weights> weights = kind.weights().stream()
                .filter(each -> parameter(each.key()).equals(name))
                .findFirst();
        return weights.isPresent() ? weights.get().byUnit(tensor) : tensor;
    }

    private List<String> names(List<String> keys) {
        return keys.stream().map(this::parameter).toList();
    }
}
