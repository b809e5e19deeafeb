package org.initbench.init;

import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
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
        DMatrixRMaj matrix = new DMatrixRMaj(Math.max(rows, columns), Math.min(rows, columns));
        copy(gaussian, matrix, tall, columns);
        QRDecomposition<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.qr(matrix.getNumRows(), matrix.getNumCols());
        if (!decomposition.decompose(matrix)) {
            throw new IllegalStateException("no QR decomposition of a " + rows + "×" + columns + " matrix");
        }
        DMatrixRMaj q = decomposition.getQ(null, true);
        DMatrixRMaj r = decomposition.getR(null, true);
        double[] orthogonal = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int vector = tall ? column : row;
                double entry = tall ? q.unsafe_get(row, column) : q.unsafe_get(column, row);
                orthogonal[row * columns + column] = gain * Math.copySign(1, r.unsafe_get(vector, vector)) * entry;
            }
        }
        return orthogonal;
    }

    private static void copy(double[] values, DMatrixRMaj matrix, boolean tall, int columns) {
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            int column = i % columns;
            matrix.unsafe_set(tall ? row : column, tall ? column : row, values[i]);
        }
    }
}
