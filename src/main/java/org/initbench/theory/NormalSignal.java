package org.initbench.theory;

import java.util.List;
import org.initbench.theory.Grid.Offset;

/** Standard-normal numbers. */
final class NormalSignal extends Signal {

    NormalSignal(Grid grid) {
        super(grid, 1, List.of());
    }

    @Override
    double[][] findProducts(Offset offset) {
        return Arrays2.filled(1, grid().positions(), offset.isNone() ? 1 : 0);
    }

    @Override
    double[][] findMeans() {
        return Arrays2.filled(1, grid().positions(), 0);
    }

    @Override
    boolean isNormal() {
        return true;
    }

    @Override
    void passBack(Gradients gradients) {}
}
