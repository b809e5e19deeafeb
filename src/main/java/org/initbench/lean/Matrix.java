package org.initbench.lean;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dcopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dscal;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix as BLAS sees it: a place in native memory that an array owns. An ND4J operation on a step of a recurrent network
 * costs as much as its arithmetic; these products are the BLAS calls alone.
 *
 * @param data its first element
 * @param stride from one stored column to the next, or from one row to the next where it is stored by rows
 */
public record Matrix(Pointer data, int rows, int columns, int stride, boolean isByRows) {

    /** One time step of (examples, units, steps). */
    static Matrix step(INDArray steps, int step) {
        return at(steps, (long) step * steps.stride(2), (int) steps.size(0), (int) steps.size(1));
    }

    /** All of a matrix. */
    public static Matrix of(INDArray matrix) {
        return at(matrix, 0, (int) matrix.size(0), (int) matrix.size(1));
    }

    /** A vector as one column. */
    public static Matrix column(INDArray vector) {
        return new Matrix(vector.data().addressPointer(), (int) vector.length(), 1, (int) vector.length(), false);
    }

    /** Whether a time step of these lies in memory as BLAS wants it. */
    static boolean hasSteps(INDArray steps) {
        return (steps.stride(0) == 1 && steps.stride(1) >= steps.size(0))
                || (steps.stride(1) == 1 && steps.stride(0) >= steps.size(1));
    }

    private static Matrix at(INDArray array, long offset, int rows, int columns) {
        Pointer first = array.data().addressPointer();
        Pointer data = array.dataType() == DataType.DOUBLE
                ? new DoublePointer(first).position(offset)
                : new FloatPointer(first).position(offset);
        boolean isByRows = array.stride(0) != 1 || array.stride(1) < rows;
        return new Matrix(data, rows, columns, array.stride(isByRows ? 0 : 1), isByRows);
    }

    Matrix column(int index) {
        return new Matrix(from((long) index * stride), rows, 1, stride, isByRows);
    }

    /** Some rows that follow each other. */
    public Matrix rows(int first, int count) {
        return new Matrix(from((long) first * (isByRows ? stride : 1)), count, columns, stride, isByRows);
    }

    /** Some columns that follow each other. */
    public Matrix columns(int first, int count) {
        return transposed().rows(first, count).transposed();
    }

    private Pointer from(long offset) {
        return data instanceof DoublePointer
                ? new DoublePointer(data).position(data.position() + offset)
                : new FloatPointer(data).position(data.position() + offset);
    }

    /** The same place, read the other way. */
    public Matrix transposed() {
        return new Matrix(data, columns, rows, stride, !isByRows);
    }

    /** Puts the product in place of this, or adds it where {@code beta} is 1. */
    public void product(Matrix left, Matrix right, int beta) {
        if (isByRows) {
            transposed().product(right.transposed(), left.transposed(), beta);
            return;
        }
        int a = left.isByRows ? CblasTrans : CblasNoTrans;
        int b = right.isByRows ? CblasTrans : CblasNoTrans;
        int inner = left.columns;
        if (data instanceof DoublePointer sum
                && left.data instanceof DoublePointer x
                && right.data instanceof DoublePointer y) {
            cblas_dgemm(
                    CblasColMajor, a, b, rows, columns, inner, 1, x, left.stride, y, right.stride, beta, sum, stride);
        } else if (data instanceof FloatPointer sum
                && left.data instanceof FloatPointer x
                && right.data instanceof FloatPointer y) {
            cblas_sgemm(
                    CblasColMajor, a, b, rows, columns, inner, 1, x, left.stride, y, right.stride, beta, sum, stride);
        } else {
            throw new IllegalArgumentException("matrices of one type are expected, float or double");
        }
    }

    /** Adds a column to this one. */
    void add(Matrix column) {
        add(column, 1);
    }

    /** Adds a column, times a factor, to this one. */
    public void add(Matrix column, double factor) {
        if (data instanceof DoublePointer sum && column.data instanceof DoublePointer x) {
            cblas_daxpy(rows, factor, x, 1, sum, 1);
        } else if (data instanceof FloatPointer sum && column.data instanceof FloatPointer x) {
            cblas_saxpy(rows, (float) factor, x, 1, sum, 1);
        } else {
            throw new IllegalArgumentException("columns of one type are expected, float or double");
        }
    }

    /** Multiplies this column by a factor. */
    public void scale(double factor) {
        if (data instanceof DoublePointer x) {
            cblas_dscal(rows, factor, x, 1);
        } else if (data instanceof FloatPointer x) {
            cblas_sscal(rows, (float) factor, x, 1);
        } else {
            throw new IllegalArgumentException("a column of floats or doubles is expected");
        }
    }

    /** Copies all of another, stored the same way. Neither has gaps. */
    void copy(Matrix other) {
        if (data instanceof DoublePointer place && other.data instanceof DoublePointer from) {
            cblas_dcopy(rows * columns, from, 1, place, 1);
        } else if (data instanceof FloatPointer place && other.data instanceof FloatPointer from) {
            cblas_scopy(rows * columns, from, 1, place, 1);
        } else {
            throw new IllegalArgumentException("matrices of one type are expected, float or double");
        }
    }

    /** Copies all of another, stored by columns, into this, which is stored by rows. Neither has gaps. */
    void turn(Matrix other) {
        long length = (long) rows * columns;
        if (data instanceof DoublePointer place && other.data instanceof DoublePointer from) {
            DoubleIndexer to = DoubleIndexer.create(new DoublePointer(place).capacity(place.position() + length));
            DoubleIndexer values = DoubleIndexer.create(new DoublePointer(from).capacity(from.position() + length));
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    to.put((long) row * columns + column, values.get((long) column * rows + row));
                }
            }
        } else if (data instanceof FloatPointer place && other.data instanceof FloatPointer from) {
            FloatIndexer to = FloatIndexer.create(new FloatPointer(place).capacity(place.position() + length));
            FloatIndexer values = FloatIndexer.create(new FloatPointer(from).capacity(from.position() + length));
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    to.put((long) row * columns + column, values.get((long) column * rows + row));
                }
            }
        } else {
            throw new IllegalArgumentException("matrices of one type are expected, float or double");
        }
    }
}
