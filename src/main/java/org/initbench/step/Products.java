package org.initbench.step;

import static org.bytedeco.dnnl.global.dnnl.dnnl_sgemm;
import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemv;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.initbench.lean.Matrix;

/** Products of matrices, of floats by oneDNN where it is there, whose code is made for the sizes at hand, else by BLAS. */
final class Products {

    private static final byte AS_IT_IS = 'N';
    private static final byte TRANSPOSED = 'T';

    private Products() {}

    /** Puts the product of two others into a matrix. */
    static void put(Matrix result, Matrix left, Matrix right) {
        put(result, left, right, 0);
    }

    /** Adds the product of two others to a matrix. */
    static void add(Matrix result, Matrix left, Matrix right) {
        put(result, left, right, 1);
    }

    private static void put(Matrix result, Matrix left, Matrix right, int beta) {
        boolean isVector = right.columns() == 1;
        if (isVector
                && result.data() instanceof DoublePointer sum
                && left.data() instanceof DoublePointer a
                && right.data() instanceof DoublePointer x) {
            putVector(sum, result, a, left, x, right, beta);
        } else if (!isVector
                && result.data() instanceof FloatPointer sum
                && left.data() instanceof FloatPointer x
                && right.data() instanceof FloatPointer y
                && Dnnl.here().isPresent()) {
            if (result.isByRows()) {
                putRows(sum, result, x, left, y, right, beta);
            } else {
                putRows(sum, result.transposed(), y, right.transposed(), x, left.transposed(), beta);
            }
        } else {
            result.product(left, right, beta);
        }
    }

    /** Of what is stored by rows. */
    private static void putRows(
            FloatPointer sum, Matrix result, FloatPointer x, Matrix left, FloatPointer y, Matrix right, int beta) {
        dnnl_sgemm(
                left.isByRows() ? AS_IT_IS : TRANSPOSED,
                right.isByRows() ? AS_IT_IS : TRANSPOSED,
                result.rows(),
                result.columns(),
                left.columns(),
                1,
                x,
                left.stride(),
                y,
                right.stride(),
                beta,
                sum,
                result.stride());
    }

    private static void putVector(
            DoublePointer sum, Matrix result, DoublePointer a, Matrix left, DoublePointer x, Matrix right, int beta) {
        cblas_dgemv(
                CblasColMajor,
                left.isByRows() ? CblasTrans : CblasNoTrans,
                left.isByRows() ? left.columns() : left.rows(),
                left.isByRows() ? left.rows() : left.columns(),
                1,
                a,
                left.stride(),
                x,
                right.isByRows() ? right.stride() : 1,
                beta,
                sum,
                result.isByRows() ? result.stride() : 1);
    }
}
