package org.initbench.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.gradient.Gradient;
import org.initbench.network.Network;
import org.initbench.network.WeightLayer;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Measures one layer during one iteration. */
final class LayerProbe {

    private static final double DOUBLE_TOLERANCE = 1e-12;
    private static final double FLOAT_TOLERANCE = 1e-5;

    private final WeightLayer layer;
    private final Map<String, Sample> sums = new LinkedHashMap<>();
    private final ProbeSettings settings;
    private final Network network;
    private final Scratch scratch;
    private final int iteration;
    private final Tap tap;
    private final List<LayerRow> rows = new ArrayList<>();

    /** Takes values from a tap until {@link #close}; {@code sums} are the vertices in which residual branches end that the layer ends. */
    LayerProbe(
            WeightLayer layer,
            List<String> sums,
            ProbeSettings settings,
            Scratch scratch,
            Network network,
            int iteration,
            Tap tap) {
        this.scratch = scratch;
        sums.forEach(sum -> this.sums.put(sum, new Sample()));
        this.layer = layer;
        this.network = network;
        this.settings = settings;
        this.iteration = iteration;
        this.tap = tap;
    }

    /** What the layers of a stack put out, after its input; an output layer's is not among it. */
    void forwardPassEnds(List<INDArray> activations) {
        int index = Integer.parseInt(layer.key()) + 1;
        if (index < activations.size()) {
            tap.output(activations.get(index));
        }
        tap.forwardPassEnds();
    }

    /** What the vertices of a graph put out. */
    void forwardPassEnds(Map<String, INDArray> activations) {
        INDArray output = activations.get(layer.key());
        if (output != null) {
            tap.output(output);
        }
        tap.forwardPassEnds();
    }

    /** Copies what the sums came to, of all that a graph computed. */
    void copySums(Map<String, INDArray> activations) {
        sums.forEach((name, sample) -> {
            INDArray sum = activations.get(name);
            if (sum != null) {
                new StepMask(network.mask(layer))
                        .present(sum, settings.examples(), 0)
                        .ifPresent(present -> sample.add(present, 1, scratch));
            }
        });
    }

    /** Weights and biases. */
    void measureParameters() {
        for (String name : layer.weights()) {
            INDArray weights = layer.byUnit(name, network.parameter(name));
            Sample sample = Sample.ofParameter(weights, 1, scratch);
            add(
                    name,
                    Quantity.WEIGHT,
                    sample,
                    weights.dataType() == DataType.DOUBLE ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE);
        }
        for (String name : layer.biases()) {
            add(name, Quantity.BIAS, Sample.ofParameter(network.parameter(name), 1, scratch), null);
        }
    }

    /** What went through the tap. */
    void measureActivations() {
        add(layer.name(), Quantity.PREACTIVATION, tap.values().preactivations(), null);
        add(layer.name(), Quantity.ACTIVATION, tap.values().activations(), null);
        add(layer.name(), Quantity.ACTIVATION_GRADIENT, tap.values().activationGradients(), null);
        sums.forEach((name, sample) -> add(name, Quantity.ACTIVATION, sample, null));
    }

    /** Gradients of the mean loss; DL4J holds those of the sum until the updater has seen them. */
    void measureGradients(Gradient gradients, double batchSize) {
        for (String name : layer.weights()) {
            addGradient(gradients, name, Quantity.WEIGHT_GRADIENT, batchSize);
        }
        for (String name : layer.biases()) {
            addGradient(gradients, name, Quantity.BIAS_GRADIENT, batchSize);
        }
    }

    /** What the step added to each parameter: the negative of what DL4J has in the gradient by then. */
    void measureUpdates(Gradient gradients) {
        for (String name : layer.parameters()) {
            addGradient(gradients, name, Quantity.UPDATE, -1);
        }
    }

    private void addGradient(Gradient gradients, String name, Quantity quantity, double divisor) {
        gradient(gradients, name)
                .ifPresent(gradient -> add(name, quantity, Sample.ofParameter(gradient, divisor, scratch), null));
    }

    /** Takes the tap out and gives all that was measured. */
    List<LayerRow> close() {
        tap.remove();
        return rows;
    }

    /** Nothing of what an autoencoder learns by itself. */
    private Optional<INDArray> gradient(Gradient gradients, String name) {
        return Optional.ofNullable(gradients.getGradientFor(name)).map(gradient -> layer.byUnit(name, gradient));
    }

    private void add(String name, Quantity quantity, Sample sample, @Nullable Double tolerance) {
        if (sample.isEmpty()) {
            return;
        }
        boolean isActivation = quantity == Quantity.ACTIVATION;
        boolean isActivated = isActivation && !sums.containsKey(name);
        Saturation saturation = isActivated ? Saturation.of(tap.activation()) : Saturation.NONE;
        Reduction reduced = Reduction.of(sample, saturation, settings, scratch);
        rows.add(new LayerRow(
                iteration,
                layer.position(),
                name,
                quantity,
                reduced.statistics(),
                saturation == Saturation.NONE ? null : reduced.saturatedFraction(),
                isActivation ? sample.deadUnitFraction() : null,
                tolerance == null ? null : (Double) DistinctUnits.fraction(sample, reduced.statistics(), tolerance),
                null,
                reduced.histogram()));
        sample.release();
    }
}
