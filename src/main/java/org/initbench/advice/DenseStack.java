package org.initbench.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.initbench.init.Initializer;
import org.initbench.init.Nonlinearities;
import org.initbench.init.Slot;
import org.initbench.network.Activations;
import org.initbench.network.Role;
import org.initbench.result.DenseShape;
import org.initbench.theory.MeanField;
import org.initbench.theory.Nonlinearity;

/**
 * Dense layers one after the other, as mean-field theory sees them: the second moment of signals on their way forwards, and
 * of gradients on their way back, where each layer multiplies them by units·variance·E[φ′(z)²].
 *
 * @param layers first to last
 */
record DenseStack(List<DenseShape> layers) {

    /**
     * What becomes of standard-normal input.
     *
     * @param first root mean square of the first layer's activations
     * @param last of the last layer's
     * @param firstGradient root mean square of dL/da of the first layer, that of the last being 1
     * @param depthScale as in {@link Advice}
     */
    record Signals(double first, double last, double firstGradient, double depthScale) {}

    /** Nothing where the initializer does not promise a variance for every layer. */
    Optional<Signals> signals(Initializer initializer) {
        List<Double> activations = new ArrayList<>();
        double moment = 1;
        double gradient = 1;
        for (int i = 0; i < layers.size(); i++) {
            Slot slot = slot(i);
            OptionalDouble variance = initializer.variance(slot);
            if (variance.isEmpty()) {
                return Optional.empty();
            }
            Nonlinearity nonlinearity = nonlinearity(slot);
            double biases = layers.get(i).hasBias() ? initializer.biasVariance(slot) : 0;
            double q = variance.getAsDouble() * slot.fanIn() * moment + biases;
            moment = nonlinearity.secondMoment(q);
            activations.add(Math.sqrt(moment));
            if (i > 0) {
                gradient *= variance.getAsDouble() * slot.units() * nonlinearity.squaredSlope(q);
            }
        }
        return Optional.of(new Signals(
                activations.get(0), activations.get(layers.size() - 1), Math.sqrt(gradient), depthScale(initializer)));
    }

    /** That of the layers after the first, where they are all equal and square. */
    private double depthScale(Initializer initializer) {
        List<DenseShape> repeated = layers.size() == 1 ? layers : layers.subList(1, layers.size());
        DenseShape each = repeated.get(0);
        boolean areEqual = each.inputs() == each.units() && repeated.stream().allMatch(each::equals);
        if (!areEqual) {
            return Double.NaN;
        }
        Slot slot = slot(layers.size() - 1);
        double biases = each.hasBias() ? initializer.biasVariance(slot) : 0;
        double variance = initializer.variance(slot).orElse(Double.NaN);
        return new MeanField(nonlinearity(slot), variance * slot.fanIn(), biases).depthScale();
    }

    private Slot slot(int place) {
        DenseShape shape = layers.get(place);
        return new Slot(
                place,
                layers.size() + 1,
                "W",
                Role.INPUT,
                List.of((long) shape.inputs(), (long) shape.units()),
                Activations.named(shape.activation()).getActivationFunction());
    }

    private static Nonlinearity nonlinearity(Slot slot) {
        return Nonlinearities.of(slot.activation())
                .orElseThrow(
                        () -> new IllegalArgumentException("theory does not know the activation " + slot.activation()));
    }
}
