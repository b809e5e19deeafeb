package org.initbench.theory;

import java.util.Arrays;
import java.util.List;
import org.initbench.theory.Grid.Offset;

/** A picture as one long row of numbers. */
final class FlatSignal extends Signal {

    private final Signal picture;

    FlatSignal(Signal picture) {
        super(Grid.POINT, picture.examples(), List.of(picture));
        this.picture = picture;
    }

    @Override
    double[][] findProducts(Offset offset) {
        return offset.isNone() ? flat(picture.squares()) : Arrays2.filled(examples(), 1, 0);
    }

    @Override
    double[][] findMeans() {
        return flat(picture.means());
    }

    private static double[][] flat(double[][] values) {
        return Arrays.stream(values)
                .map(row -> new double[] {Arrays2.mean(row)})
                .toArray(double[][]::new);
    }

    @Override
    void passBack(Gradients gradients) {
        double[] same = new double[picture.grid().positions()];
        Arrays.fill(same, gradients.of(this)[0]);
        gradients.add(picture, same, this);
    }
}
