package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against singular values that are out of order, squared, or lost where a matrix has less than full rank. */
class SingularValuesTest {

    private static final double EXACT = 1e-12;

    @Test
    void ofADiagonalMatrixTheyAreItsEntriesWithoutTheirSigns() {
        INDArray matrix = Nd4j.create(new double[][] {{0, -3, 0, 0}, {1e-9, 0, 0, 0}, {0, 0, 5, 0}});
        assertThat(SingularValues.of(matrix)).containsExactly(new double[] {5, 3, 1e-9}, within(1e-20));
        assertThat(SingularValues.of(matrix.transpose())).containsExactly(new double[] {5, 3, 1e-9}, within(1e-20));
    }

    /** [[1, 1], [0, 1]] has the golden ratio and its inverse. */
    @Test
    void ofAShearTheyAreTheGoldenRatioAndItsInverse() {
        double golden = (1 + Math.sqrt(5)) / 2;
        assertThat(SingularValues.of(Nd4j.create(new double[][] {{1, 1}, {0, 1}})))
                .containsExactly(new double[] {golden, 1 / golden}, within(EXACT));
    }

    @Test
    void aProductOfVectorsHasOne() {
        INDArray column = Nd4j.create(new double[][] {{1}, {2}, {2}});
        double[] values = SingularValues.of(column.mmul(Nd4j.create(new double[][] {{3, 4, 0, 12}})));
        assertThat(values).containsExactly(new double[] {39, 0, 0}, within(EXACT));
        assertThat(SingularValues.of(Nd4j.zeros(2, 3))).containsExactly(0, 0);
    }

    @Test
    void aMatrixWithANumberThatIsNotFiniteHasNone() {
        assertThat(SingularValues.of(Nd4j.create(new double[][] {{1, Double.NaN}, {0, 1}})))
                .containsExactly(Double.NaN, Double.NaN);
    }

    /**
     * n × m entries of N(0, 1/m): the mean distance of the singular values from the quantiles of the Marchenko–Pastur law is a Lipschitz
     * function of the entries with constant 1/√n, so that it exceeds its mean by t with a probability of at most exp(−t²nm/2) (Gaussian
     * concentration); for t = .05 that is 4·10⁻⁶ for 100 × 100 and less for the others. The mean goes down as 1/n but for a logarithm, and
     * is put at 2/n.
     */
    @ParameterizedTest
    @CsvSource({"100, 100", "100, 200", "300, 100", "120, 240"})
    void gaussianMatricesFollowMarchenkoAndPastur(int rows, int columns) {
        int shorter = Math.min(rows, columns);
        int longer = Math.max(rows, columns);
        double[] law = quantiles(shorter, longer);
        assertThat(distance(SingularValues.of(gaussian(rows, columns, longer)), law))
                .isLessThan(0.05 + 2.0 / shorter);
        assertThat(distance(SingularValues.of(gaussian(rows, columns, longer / 2.0)), law))
                .as("twice the variance does not")
                .isGreaterThan(0.05 + 2.0 / shorter);
    }

    private static INDArray gaussian(int rows, int columns, double perVariance) {
        Random random = new Random(7);
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.setAll(row, i -> random.nextGaussian() / Math.sqrt(perVariance));
        }
        return Nd4j.create(values);
    }

    private static double distance(double[] values, double[] law) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(values[i] - law[i]);
        }
        return sum / values.length;
    }

    /** Square roots of the law's quantiles, largest first: its density is √((b − x)(x − a))/(2πcx) from a to b, (1 ∓ √c)², c = n/m. */
    private static double[] quantiles(int shorter, int longer) {
        double ratio = (double) shorter / longer;
        double low = Math.pow(1 - Math.sqrt(ratio), 2);
        double width = 4 * Math.sqrt(ratio);
        int cells = 100_000;
        double[] quantiles = new double[shorter];
        double mass = 0;
        int found = 0;
        for (int cell = 0; cell < cells && found < shorter; cell++) {
            double angle = Math.PI * (cell + 0.5) / cells;
            double x = low + width * (1 - Math.cos(angle)) / 2;
            double root = width * Math.sin(angle) / 2;
            mass += root * root / (2 * Math.PI * ratio * x) * Math.PI / cells;
            while (found < shorter && mass >= (found + 0.5) / shorter) {
                quantiles[shorter - 1 - found] = Math.sqrt(x);
                found++;
            }
        }
        assertThat(found).as("the law's mass is 1").isEqualTo(shorter);
        return quantiles;
    }
}
