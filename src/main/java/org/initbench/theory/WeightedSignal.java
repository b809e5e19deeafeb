package org.initbench.theory;

import java.util.List;
import org.initbench.theory.Grid.Offset;

/** Pre-activations: sums over what a window sees, times weights. */
final class WeightedSignal extends Signal {

    private final Signal input;
    private final Window window;
    private final Weighing weights;
    private final double channels;

    /** Of an input in which each channel stands {@code times} times. */
    WeightedSignal(Signal input, Window window, Weighing weights, int times) {
        super(window.to(), input.examples(), List.of(input));
        this.input = input;
        this.window = window;
        this.weights = weights;
        this.channels = weights.channels() * times;
    }

    /** Of an output and one at an offset, each pair of the same weights sees positions that lie as far apart, times the stride. */
    @Override
    double[][] findProducts(Offset offset) {
        double[][] sums = weights.variance() == 0 ? Arrays2.filled(examples(), grid().positions(), 0) : sums(offset);
        for (double[] row : sums) {
            for (int output = 0; output < row.length; output++) {
                row[output] = grid().from(output, offset) < 0 ? 0 : row[output] + weights.biasVariance();
            }
        }
        return sums;
    }

    private double[][] sums(Offset offset) {
        if (input.isMeanAlone() && !window.isPointwise()) {
            throw new NoTheoryException("behind batch normalization theory has the mean over positions alone, "
                    + "and kernels ask for each");
        }
        double[][] seen = input.products(new Offset(
                offset.down() * window.down().stride(),
                offset.right() * window.right().stride()));
        double[][] sums = new double[examples()][grid().positions()];
        double factor = weights.variance() * channels;
        for (int example = 0; example < sums.length; example++) {
            double[] from = seen[example];
            double[] to = sums[example];
            window.forEach((output, position) -> to[output] += factor * from[position]);
        }
        return sums;
    }

    @Override
    double[][] findMeans() {
        return Arrays2.filled(examples(), grid().positions(), 0);
    }

    @Override
    boolean isNormal() {
        return !input.isMeanAlone();
    }

    @Override
    Signal root() {
        return this;
    }

    /** Whether it is 0 whatever goes in. */
    boolean isZero() {
        return weights.variance() == 0 && weights.biasVariance() == 0;
    }

    @Override
    void passBack(Gradients gradients) {
        double[] after = gradients.of(this);
        double[] before = new double[input.grid().positions()];
        double factor = weights.variance() * weights.units();
        window.forEach((output, position) -> before[position] += factor * after[output]);
        gradients.add(input, before, this);
    }
}
