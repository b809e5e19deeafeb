package org.initbench.lean;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Products of matrices with ND4J's numbers. Where the result is stored by columns ND4J calls BLAS, and so does this, without
 * the operation around it. Products with vectors stay ND4J's, which has ways of its own for them.
 */
public final class Products {

    private Products() {}

    /** left · right of matrices of floats or doubles, a new one that is stored by rows. */
    public static INDArray byRows(INDArray left, INDArray right) {
        INDArray result = Nd4j.createUninitialized(left.dataType(), new long[] {left.size(0), right.size(1)}, 'c');
        put(right.transpose(), left.transpose(), result.transpose());
        return result;
    }

    /** result = left · right; the result is stored by columns without gaps. */
    static void put(INDArray left, INDArray right, INDArray result) {
        boolean isVector = left.size(0) == 1 || right.size(1) == 1;
        if (!isVector && isForBlas(left, right, result)) {
            put(left, false, right, result);
        } else {
            left.mmuli(right, result);
        }
    }

    /** result = leftᵀ · right; the result is stored by columns without gaps. */
    public static void putTransposed(INDArray left, INDArray right, INDArray result) {
        boolean isVector = left.size(0) == 1 || left.size(1) == 1 || right.size(1) == 1;
        if (!isVector && isForBlas(left, right, result)) {
            put(left, true, right, result);
        } else {
            Nd4j.gemm(left, right, result, true, false, 1, 0);
        }
    }

    /** Keeps the arrays, as whoever made them may have no use for them but this, and their memory is theirs. */
    private static void put(INDArray left, boolean isTransposed, INDArray right, INDArray result) {
        try {
            Matrix first = Matrix.of(left);
            Matrix.of(result).product(isTransposed ? first.transposed() : first, Matrix.of(right), 0);
        } finally {
            Reference.reachabilityFence(left);
            Reference.reachabilityFence(right);
            Reference.reachabilityFence(result);
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
