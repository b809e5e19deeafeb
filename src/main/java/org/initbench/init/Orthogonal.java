package org.initbench.init;

import java.util.OptionalDouble;
import org.initbench.init.InitializerType.Parameter.Kind;

/**
 * A random orthogonal matrix times gain: WᵀW = gain²·I, or WWᵀ = gain²·I where there are fewer units than inputs. Q of the QR
 * decomposition of a Gaussian matrix, each column's sign made that of R's diagonal, which makes it uniform over all
 * orthogonal matrices. A kernel is taken as the matrix (channels out, channels in · positions). Variance
 * gain²/max(units, inputs). Saxe et al. 2013; Mezzadri 2007 for the signs. DL4J: OrthogonalDistribution, whose native
 * decomposition is not to be trusted.
 */
record Orthogonal(double gain) implements Initializer {

    static final InitializerType TYPE = InitializerType.named("orthogonal")
            .parameter("gain", Kind.POSITIVE, 1.0)
            .formula("orthogonal rows or columns times gain")
            .variance("gain²/max(units, inputs)")
            .source("Saxe et al. 2013")
            .dl4j("DISTRIBUTION with OrthogonalDistribution")
            .creates(arguments -> new Orthogonal(arguments.number("gain")));

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return matrix(slot.units(), slot.inputs(), gain, draws);
    }

    @Override
    public OptionalDouble variance(Slot slot) {
        return OptionalDouble.of(gain * gain / Math.max(slot.units(), slot.inputs()));
    }

    /** (rows, columns), row by row, with orthogonal rows or columns, whichever are fewer, of length {@code gain}. */
    static double[] matrix(int rows, int columns, double gain, Draws draws) {
        double[] gaussian = Draws.fill(rows * columns, draws::gaussian);
        boolean tall = rows >= columns;
        double[] vectors = OrthonormalColumns.of(tall ? turned(gaussian, columns) : gaussian, Math.max(rows, columns));
        double[] orthogonal = tall ? turned(vectors, rows) : vectors;
        for (int i = 0; i < orthogonal.length; i++) {
            orthogonal[i] *= gain;
        }
        return orthogonal;
    }

    /** A matrix by columns where it was by rows of that length, and the other way around. */
    private static double[] turned(double[] values, int length) {
        int count = values.length / length;
        double[] turned = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i % length * count + i / length] = values[i];
        }
        return turned;
    }
}
