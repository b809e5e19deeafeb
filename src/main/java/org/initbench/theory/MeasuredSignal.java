package org.initbench.theory;

import java.util.List;
import org.initbench.theory.Grid.Offset;

/** Numbers that are there. */
final class MeasuredSignal extends Signal {

    private final double[] values;
    private final int channels;

    MeasuredSignal(double[] values, int examples, int channels, Grid grid) {
        super(grid, examples, List.of());
        this.values = values.clone();
        this.channels = channels;
    }

    @Override
    double[][] findProducts(Offset offset) {
        int positions = grid().positions();
        double[][] products = new double[examples()][positions];
        for (int position = 0; position < positions; position++) {
            int other = grid().from(position, offset);
            for (int example = 0; other >= 0 && example < products.length; example++) {
                double sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    int start = (example * channels + channel) * positions;
                    sum += values[start + position] * values[start + other];
                }
                products[example][position] = sum / channels;
            }
        }
        return products;
    }

    @Override
    double[][] findMeans() {
        int positions = grid().positions();
        double[][] means = new double[examples()][positions];
        for (int i = 0; i < values.length; i++) {
            means[i / positions / channels][i % positions] += values[i] / channels;
        }
        return means;
    }

    @Override
    void passBack(Gradients gradients) {}
}
