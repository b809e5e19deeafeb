package org.initbench.conformance;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.distribution.OrthogonalDistribution;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Draws one weight parameter from DL4J's {@code OrthogonalDistribution}, in single precision as DL4J does by default, and
 * prints how far it is from orthogonal. It may hang or crash, and runs in a JVM of its own.
 */
public final class OrthogonalMain {

    static final String RESULT = "largest deviation ";

    private OrthogonalMain() {}

    /** Takes the components of a {@link Shape}. */
    public static void main(String[] args) {
        int[] sizes = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        Shape shape = new Shape(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
        MultiLayerNetwork network = new MultiLayerNetwork(
                shape.configuration(DataType.FLOAT, 1, new WeightInitDistribution(new OrthogonalDistribution(1.0))));
        network.init();
        int rows = shape.isConvolution() ? shape.units() : shape.inputs();
        System.out.println(
                RESULT + largestDeviation(network.getParam("0_W").ravel().toDoubleVector(), rows));
    }

    /**
     * The largest entry of |WᵀW − I|, or of |WWᵀ − I| where W has fewer rows than columns.
     *
     * @param matrix (rows, columns), row by row
     */
    static double largestDeviation(double[] matrix, int rows) {
        int columns = matrix.length / rows;
        boolean tall = rows >= columns;
        int vectors = Math.min(rows, columns);
        double largest = 0;
        for (int i = 0; i < vectors; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    product += tall
                            ? matrix[k * columns + i] * matrix[k * columns + j]
                            : matrix[i * columns + k] * matrix[j * columns + k];
                }
                largest = Math.max(largest, Math.abs(product - (i == j ? 1 : 0)));
            }
        }
        return largest;
    }
}
