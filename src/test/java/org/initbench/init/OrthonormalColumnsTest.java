package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthonormalColumnsTest {

    /** One block, blocks that end with the columns and that do not, and the sizes at which LAPACK is wrong. */
    @ParameterizedTest
    @CsvSource({"1, 1", "5, 1", "7, 7", "40, 32", "33, 33", "100, 64", "320, 319", "700, 450"})
    void areThoseOfAnotherLibrary(int rows, int columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        Random random = new Random(3);
        double[] byColumns = new double[rows * columns];
        for (int i = 0; i < byColumns.length; i++) {
            byColumns[i] = random.nextGaussian();
            matrix.set(i % rows, i / rows, byColumns[i]);
        }

        double[] q = OrthonormalColumns.of(byColumns, rows);

        QRDecomposition<DMatrixRMaj> expected = DecompositionFactory_DDRM.qr(rows, columns);
        assertThat(expected.decompose(matrix)).isTrue();
        DMatrixRMaj expectedQ = expected.getQ(null, true);
        DMatrixRMaj r = expected.getR(null, true);
        double farthest = 0;
        for (int i = 0; i < q.length; i++) {
            int column = i / rows;
            double entry = expectedQ.get(i % rows, column) * Math.signum(r.get(column, column));
            farthest = Math.max(farthest, Math.abs(q[i] - entry));
        }
        assertThat(farthest).isEqualTo(0, within(1e-12));
        assertThat(farthestFromIdentity(q, rows)).isEqualTo(0, within(1e-14 * Math.sqrt(rows)));
    }

    private static double farthestFromIdentity(double[] q, int rows) {
        double farthest = 0;
        for (int first = 0; first < q.length / rows; first++) {
            for (int second = 0; second <= first; second++) {
                double product = 0;
                for (int row = 0; row < rows; row++) {
                    product += q[first * rows + row] * q[second * rows + row];
                }
                farthest = Math.max(farthest, Math.abs(product - (first == second ? 1 : 0)));
            }
        }
        return farthest;
    }
}
