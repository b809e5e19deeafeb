package org.initbench.theory;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Numbers by example and position. */
final class Arrays2 {

    private Arrays2() {}

    static double[][] filled(int rows, int columns, double value) {
        double[][] filled = new double[rows][columns];
        Arrays.stream(filled).forEach(row -> Arrays.fill(row, value));
        return filled;
    }

    static double[][] map(double[][] values, DoubleUnaryOperator function) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).map(function).toArray())
                .toArray(double[][]::new);
    }

    static double[][] sum(double[][] one, double[][] other) {
        double[][] sum = new double[one.length][one[0].length];
        for (int row = 0; row < sum.length; row++) {
            for (int i = 0; i < sum[row].length; i++) {
                sum[row][i] = one[row][i] + other[row][i];
            }
        }
        return sum;
    }

    static double[][] product(double[][] one, double[][] other) {
        double[][] product = new double[one.length][one[0].length];
        for (int row = 0; row < product.length; row++) {
            for (int i = 0; i < product[row].length; i++) {
                product[row][i] = one[row][i] * other[row][i];
            }
        }
        return product;
    }

    /** The mean of all rows. */
    static double[] meanRow(double[][] values) {
        double[] mean = new double[values[0].length];
        for (double[] row : values) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / values.length;
            }
        }
        return mean;
    }

    static double mean(double... values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
