package org.initbench.lean;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products of matrices with ND4J's numbers. Where the result is stored by columns ND4J calls BLAS, and so does this, without
 * the operation around it. Products with vectors stay ND4J's, which has ways of its own for them.
 */
final class Products {

    private Products() {}

    /** result = left · right; the result is stored by columns without gaps. */
    static void put(INDArray left, INDArray right, INDArray result) {
        boolean isVector = left.size(0) == 1 || right.size(1) == 1;
        if (!isVector && isForBlas(left, right, result)) {
            Matrix.of(result).product(Matrix.of(left), Matrix.of(right), 0);
        } else {
            left.mmuli(right, result);
        }
    }

    /** result = leftᵀ · right; the result is stored by columns without gaps. */
    static void putTransposed(INDArray left, INDArray right, INDArray result) {
        boolean isVector = left.size(0) == 1 || left.size(1) == 1 || right.size(1) == 1;
        if (!isVector && isForBlas(left, right, result)) {
            Matrix.of(result).product(Matrix.of(left).transposed(), Matrix.of(right), 0);
        } else {
            Nd4j.gemm(left, right, result, true, false, 1, 0);
        }
    }

    private static boolean isForBlas(INDArray... matrices) {
        for (INDArray matrix : matrices) {
            boolean isOfOneType = matrix.dataType() == matrices[0].dataType();
            if (!matrix.dataType().isFPType() || !isOfOneType || matrix.rank() != 2 || !Matrix.hasSteps(matrix)) {
                return false;
            }
        }
        return true;
    }
}
