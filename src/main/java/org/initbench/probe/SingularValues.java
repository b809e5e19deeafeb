package org.initbench.probe;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Singular values by one-sided Jacobi rotations, which has small ones to as many digits as large ones. ND4J's own decomposition hangs at
 * some shapes. Golub and Van Loan 2013, sec. 8.6.3.
 */
public final class SingularValues {

    private static final double ORTHOGONAL = 1e-15;

    /** A handful are enough. */
    private static final int MOST_SWEEPS = 60;

    private SingularValues() {}

    /**
     * All singular values of a matrix, (rows, columns), largest first: as many as its shorter side is long. The time goes with the
     * square of the shorter side times the longer one. NaN where the matrix holds a number that is not finite.
     */
    public static double[] of(INDArray matrix) {
        boolean isWide = matrix.rows() <= matrix.columns();
        double[][] vectors = (isWide ? matrix : matrix.transpose()).dup('c').toDoubleMatrix();
        boolean isFinite =
                Arrays.stream(vectors).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        if (!isFinite) {
            double[] unknown = new double[vectors.length];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }
        int sweeps = 0;
        while (sweep(vectors) && sweeps < MOST_SWEEPS) {
            sweeps++;
        }
        double[] values = Arrays.stream(vectors)
                .mapToDouble(vector -> -Math.sqrt(dot(vector, vector)))
                .sorted()
                .toArray();
        return Arrays.stream(values).map(Math::abs).toArray();
    }

    /** Turns each pair of vectors until they are orthogonal; whether any was not. */
    private static boolean sweep(double[][] vectors) {
        boolean hasTurned = false;
        for (int i = 1; i < vectors.length; i++) {
            for (int j = 0; j < i; j++) {
                hasTurned |= turn(vectors[i], vectors[j]);
            }
        }
        return hasTurned;
    }

    private static boolean turn(double[] one, double[] other) {
        double first = dot(one, one);
        double second = dot(other, other);
        double both = dot(one, other);
        if (Math.abs(both) <= ORTHOGONAL * one.length * Math.sqrt(first) * Math.sqrt(second)) {
            return false;
        }
        double zeta = (second - first) / (2 * both);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int k = 0; k < one.length; k++) {
            double before = one[k];
            one[k] = cosine * before - sine * other[k];
            other[k] = sine * before + cosine * other[k];
        }
        return true;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }
}
