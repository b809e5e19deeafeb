package org.initbench.init;

/** How far a matrix is from an orthogonal one. */
final class Orthogonality {

    private Orthogonality() {}

    /** The largest entry of |WWᵀ − gain²·I|, or of |WᵀW − gain²·I| where there are more rows than columns. */
    static double deviation(double[] matrix, int rows, int columns, double gain) {
        boolean byRows = rows <= columns;
        int vectors = Math.min(rows, columns);
        double worst = 0;
        for (int a = 0; a < vectors; a++) {
            for (int b = 0; b <= a; b++) {
                double dot = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    dot += byRows
                            ? matrix[a * columns + k] * matrix[b * columns + k]
                            : matrix[k * columns + a] * matrix[k * columns + b];
                }
                worst = Math.max(worst, Math.abs(dot - (a == b ? gain * gain : 0)));
            }
        }
        return worst;
    }
}
