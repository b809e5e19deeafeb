package org.initbench.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.initbench.init.Initializer;
import org.initbench.init.Nonlinearities;
import org.initbench.init.Slot;
import org.initbench.init.UnsuitableInitializerException;
import org.initbench.network.Activations;
import org.initbench.network.Recurrence;
import org.initbench.network.Role;
import org.initbench.theory.Gradients;
import org.initbench.theory.Grid;
import org.initbench.theory.NoTheoryException;
import org.initbench.theory.Nonlinearity;
import org.initbench.theory.Signal;
import org.initbench.theory.Weighing;
import org.initbench.theory.Window;
import org.initbench.theory.Window.Axis;

/**
 * Equal layers as theory sees them, dense ones or kernels on pictures, one after the other or in residual blocks
 * x ← φ(x + F(x)) behind a first layer, without biases.
 *
 * @param activationName φ, as in a study
 * @param depth layers, or blocks where there are branches
 * @param width units, or channels
 * @param kernel height and width of kernels, whose pictures keep their size; 1 of dense layers
 * @param size height and width of pictures
 * @param branch layers of each branch; 0 without any
 */
public record SignalStack(String activationName, int depth, int width, int kernel, int size, int branch) {

    /** Empty where an initializer does not serve such a network, or promises no variance, or theory does not go through it. */
    Optional<DenseStack.Signals> signals(Initializer initializer) {
        try {
            initializer.check(slots());
            return Optional.of(found(initializer));
        } catch (UnsuitableInitializerException | NoTheoryException without) {
            return Optional.empty();
        }
    }

    private DenseStack.Signals found(Initializer initializer) {
        List<Slot> slots = slots();
        Signal signal = Signal.standardNormal(kernel == 1 ? Grid.POINT : new Grid(size, size));
        Signal skipped = signal;
        Signal first = null;
        for (Slot slot : slots.subList(0, slots.size() - 1)) {
            boolean begins = slot.branch() != null && slot.branch().position() == 0;
            skipped = begins ? signal : skipped;
            Signal sums = weighted(signal, slot, initializer);
            signal = (slot.endsBranch() ? skipped.plus(sums) : sums).activated(nonlinearity(slot));
            first = first == null ? signal : first;
        }
        if (first == null) {
            throw new NoTheoryException("there is no layer");
        }
        return new DenseStack.Signals(
                first.rms(), signal.rms(), Math.sqrt(Gradients.from(signal).meanSquare(first)), Double.NaN);
    }

    private Signal weighted(Signal signal, Slot slot, Initializer initializer) {
        OptionalDouble variance = initializer.variance(slot);
        if (variance.isEmpty()) {
            throw new NoTheoryException("no variance is promised");
        }
        Weighing weights = new Weighing(width, width, variance.getAsDouble(), 0);
        return kernel == 1
                ? signal.weighted(weights)
                : signal.weighted(new Window(Axis.same(kernel, 1, 1, size), Axis.same(kernel, 1, 1, size)), weights);
    }

    private static Nonlinearity nonlinearity(Slot slot) {
        return Nonlinearities.of(slot.activation()).orElseThrow(() -> new NoTheoryException("no such activation"));
    }

    /** All weights, and those of an output layer. */
    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        int layers = branch == 0 ? depth : 1 + depth * branch;
        for (int layer = 0; layer <= layers; layer++) {
            boolean isInBranch = branch > 0 && layer > 0 && layer < layers;
            boolean isMatrix = kernel == 1 || layer == layers;
            List<Long> shape = isMatrix
                    ? List.of((long) width, (long) width)
                    : List.of((long) width, (long) width, (long) kernel, (long) kernel);
            Slot plain = new Slot(
                    layer,
                    layers + 1,
                    "W",
                    Role.INPUT,
                    shape,
                    Activations.named(activationName).getActivationFunction());
            slots.add(new Slot(
                    plain.layer(),
                    plain.layers(),
                    plain.parameter(),
                    plain.role(),
                    plain.shape(),
                    plain.fanIn(),
                    plain.fanOut(),
                    plain.activation(),
                    isInBranch ? new Slot.Branch((layer - 1) % branch, branch) : null,
                    branch == 0 ? 0 : depth,
                    Recurrence.NONE));
        }
        return slots;
    }
}
