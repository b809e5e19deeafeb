package org.initbench.theory;

import java.util.List;
import org.initbench.theory.Grid.Offset;

/** Something that theory has no formula for. */
final class UnknownSignal extends Signal {

    private final String reason;

    UnknownSignal(Grid grid, int examples, List<Signal> inputs, String reason) {
        super(grid, examples, inputs);
        this.reason = reason;
    }

    @Override
    double[][] findProducts(Offset offset) {
        throw new NoTheoryException(reason);
    }

    @Override
    double[][] findMeans() {
        throw new NoTheoryException(reason);
    }

    @Override
    void passBack(Gradients gradients) {
        inputs().forEach(input -> gradients.block(input, reason));
    }
}
