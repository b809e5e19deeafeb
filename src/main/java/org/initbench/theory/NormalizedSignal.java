package org.initbench.theory;

import java.util.Arrays;
import java.util.List;
import org.initbench.theory.Grid.Offset;
import org.jspecify.annotations.Nullable;

/**
 * A layer normalization: (x − mean)/deviation over the units of each example, so that the second moment is 1. On the way back, of
 * n units, the gradient loses its mean and what lies along the normalized signal, (n − 2)/n of its square are left, and is divided by the
 * deviation, of which E[1/s²] = n/((n − 3)·q) for n normal units of variance q.
 */
final class NormalizedSignal extends Signal {

    /** The degrees of freedom that the inverse of a variance takes. */
    private static final int FEWEST = 4;

    private final Signal input;
    private final int units;
    private final double epsilon;

    NormalizedSignal(Signal input, int units, double epsilon) {
        super(input.grid(), input.examples(), List.of(input));
        this.input = input;
        this.units = units;
        this.epsilon = epsilon;
    }

    @Override
    double[][] findProducts(Offset offset) {
        if (!offset.isNone() || !input.isNormal()) {
            throw new NoTheoryException("theory goes through a layer normalization right behind weights alone");
        }
        double shrunk = (units - 1.0) / units;
        return Arrays2.map(input.squares(), q -> q == 0 ? 0 : q * shrunk / (q * shrunk + epsilon));
    }

    @Override
    double[][] findMeans() {
        return Arrays2.filled(examples(), grid().positions(), 0);
    }

    @Override
    boolean isNormal() {
        return input.isNormal();
    }

    @Override
    @Nullable
    Signal root() {
        return input.root();
    }

    @Override
    void passBack(Gradients gradients) {
        if (units < FEWEST) {
            gradients.block(input, "a layer normalization over so few units has no mean square on the way back");
            return;
        }
        double[] inverse = Arrays2.meanRow(Arrays2.map(input.squares(), q -> 1 / q));
        double[] after = gradients.of(this);
        double[] before = new double[after.length];
        Arrays.setAll(before, i -> after[i] * inverse[i] * (units - 2.0) / (units - 3.0));
        gradients.add(input, before, this);
    }
}
