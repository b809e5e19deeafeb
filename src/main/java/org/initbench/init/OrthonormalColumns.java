package org.initbench.init;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;

/**
 * Q of a QR decomposition whose R has a positive diagonal, by Householder's reflections in blocks (compact WY, Schreiber and
 * Van Loan 1989): I − VTVᵀ for each block of columns, so that nearly all of the arithmetic is products of matrices, which BLAS
 * does. LAPACK's own decomposition, as ND4J ships it, is not to be trusted. Matrices are stored by columns.
 */
final class OrthonormalColumns {

    private static final int BLOCK = 32;

    private final int rows;
    private final int columns;
    private final DoublePointer values;
    private final double[] signs;

    /** A product of reflections that leaves the rows above {@code first} alone. */
    private record Block(int first, int width, DoublePointer vectors, DoublePointer triangle) {}

    private OrthonormalColumns(double[] matrix, int rows) {
        this.rows = rows;
        this.columns = matrix.length / rows;
        this.values = new DoublePointer(matrix);
        this.signs = new double[columns];
    }

    /** Q of a matrix with at least as many rows as columns, by columns, as are the values given. */
    static double[] of(double[] matrix, int rows) {
        return new OrthonormalColumns(matrix, rows).q();
    }

    private double[] q() {
        List<Block> blocks = new ArrayList<>();
        for (int first = 0; first < columns; first += BLOCK) {
            Block block = reflections(first, Math.min(BLOCK, columns - first));
            blocks.add(block);
            apply(block, first + block.width, CblasTrans);
        }
        double[] q = new double[rows * columns];
        for (int column = 0; column < columns; column++) {
            q[column * rows + column] = 1;
        }
        values.put(q);
        for (int i = blocks.size() - 1; i >= 0; i--) {
            Block block = blocks.get(i);
            apply(block, block.first, CblasNoTrans);
            block.vectors.deallocate();
            block.triangle.deallocate();
        }
        values.get(q);
        values.deallocate();
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows && signs[column] < 0; row++) {
                q[column * rows + row] = -q[column * rows + row];
            }
        }
        return q;
    }

    /** Those that turn some columns into columns of R, from the diagonal on. */
    private Block reflections(int first, int width) {
        int height = rows - first;
        double[] vectors = new double[width * height];
        double[] triangle = new double[width * width];
        for (int i = 0; i < width; i++) {
            place(first + i, first).get(vectors, i * height, height);
        }
        for (int i = 0; i < width; i++) {
            int start = i * height + i;
            int length = height - i;
            double norm = Math.sqrt(dot(vectors, start, start, length));
            double diagonal = vectors[start] > 0 ? -norm : norm;
            signs[first + i] = Math.signum(diagonal);
            double scale = norm == 0 ? 0 : 1 / (vectors[start] - diagonal);
            double factor = norm == 0 ? 0 : (diagonal - vectors[start]) / diagonal;
            for (int j = 1; j < length; j++) {
                vectors[start + j] *= scale;
            }
            vectors[start] = 1;
            for (int other = i + 1; other < width; other++) {
                int place = other * height + i;
                double share = factor * dot(vectors, start, place, length);
                for (int j = 0; j < length; j++) {
                    vectors[place + j] -= share * vectors[start + j];
                }
            }
            triangle[i * width + i] = factor;
            join(triangle, vectors, i, width, height);
        }
        for (int i = 1; i < width; i++) {
            Arrays.fill(vectors, i * height, i * height + i, 0);
        }
        return new Block(first, width, new DoublePointer(vectors), new DoublePointer(triangle));
    }

    /** Column i of T above its diagonal: −τ T Vᵀv. */
    private static void join(double[] triangle, double[] vectors, int i, int width, int height) {
        double[] products = new double[i];
        for (int j = 0; j < i; j++) {
            products[j] = dot(vectors, j * height + i, i * height + i, height - i);
        }
        for (int row = 0; row < i; row++) {
            double sum = 0;
            for (int j = row; j < i; j++) {
                sum += triangle[j * width + row] * products[j];
            }
            triangle[i * width + row] = -triangle[i * width + i] * sum;
        }
    }

    /** The columns from {@code from} on become (I − VTVᵀ) times themselves, or with T transposed. */
    private void apply(Block block, int from, int transposition) {
        int others = columns - from;
        if (others == 0) {
            return;
        }
        int height = rows - block.first;
        int width = block.width;
        DoublePointer matrix = place(from, block.first);
        try (DoublePointer products = new DoublePointer((long) width * others);
                DoublePointer turned = new DoublePointer((long) width * others)) {
            multiply(CblasTrans, width, others, height, 1, block.vectors, height, matrix, rows, 0, products, width);
            multiply(transposition, width, others, width, 1, block.triangle, width, products, width, 0, turned, width);
            multiply(CblasNoTrans, height, others, width, -1, block.vectors, height, turned, width, 1, matrix, rows);
        }
    }

    private static void multiply(
            int transposition,
            int rows,
            int columns,
            int inner,
            double factor,
            DoublePointer left,
            int leftStride,
            DoublePointer right,
            int rightStride,
            double kept,
            DoublePointer sum,
            int stride) {
        cblas_dgemm(
                CblasColMajor,
                transposition,
                CblasNoTrans,
                rows,
                columns,
                inner,
                factor,
                left,
                leftStride,
                right,
                rightStride,
                kept,
                sum,
                stride);
    }

    private DoublePointer place(int column, int row) {
        return new DoublePointer(values).position((long) column * rows + row);
    }

    private static double dot(double[] values, int first, int second, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += values[first + i] * values[second + i];
        }
        return sum;
    }
}
