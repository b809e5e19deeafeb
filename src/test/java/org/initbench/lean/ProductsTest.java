package org.initbench.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against a product that goes to BLAS in another way than ND4J's, and rounds otherwise: in any size, type and order. */
class ProductsTest {

    /** left is (rows, inner), right (inner, columns). */
    private record Case(DataType type, int rows, int inner, int columns, char leftOrder, char rightOrder) {}

    static Stream<Case> cases() {
        int[][] shapes = {
            {128, 784, 256}, {128, 256, 10}, {64, 100, 100}, {300, 2, 10}, {300, 5, 1}, {1, 7, 3}, {5, 1, 4}, {1, 1, 1}
        };
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(type -> Stream.of(shapes).flatMap(shape -> IntStream.range(0, 4)
                        .mapToObj(orders -> new Case(
                                type,
                                shape[0],
                                shape[1],
                                shape[2],
                                orders < 2 ? 'c' : 'f',
                                orders % 2 == 0 ? 'c' : 'f'))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsAreNd4jsToTheLastBit(Case wanted) {
        Nd4j.getRandom().setSeed(9);
        INDArray left = Nd4j.randn(wanted.type(), wanted.rows(), wanted.inner()).dup(wanted.leftOrder());
        INDArray right =
                Nd4j.randn(wanted.type(), wanted.inner(), wanted.columns()).dup(wanted.rightOrder());
        INDArray result = columns(wanted.type(), wanted.rows(), wanted.columns());
        Products.put(left, right, result);
        INDArray expected = columns(wanted.type(), wanted.rows(), wanted.columns());
        left.mmuli(right, expected);
        assertThat(result.data().asDouble()).containsExactly(expected.data().asDouble());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productsOfATransposedMatrixAreNd4jsToTheLastBit(Case wanted) {
        Nd4j.getRandom().setSeed(9);
        INDArray left = Nd4j.randn(wanted.type(), wanted.inner(), wanted.rows()).dup(wanted.leftOrder());
        INDArray right =
                Nd4j.randn(wanted.type(), wanted.inner(), wanted.columns()).dup(wanted.rightOrder());
        INDArray result = columns(wanted.type(), wanted.rows(), wanted.columns());
        Products.putTransposed(left, right, result);
        INDArray expected = columns(wanted.type(), wanted.rows(), wanted.columns());
        Nd4j.gemm(left, right, expected, true, false, 1, 0);
        assertThat(result.data().asDouble()).containsExactly(expected.data().asDouble());
    }

    /** BLAS is then given both matrices the other way around, and may sum in another order. */
    @ParameterizedTest
    @MethodSource("cases")
    void productsByRowsAreNd4js(Case wanted) {
        Nd4j.getRandom().setSeed(9);
        INDArray left = Nd4j.randn(wanted.type(), wanted.rows(), wanted.inner()).dup(wanted.leftOrder());
        INDArray right =
                Nd4j.randn(wanted.type(), wanted.inner(), wanted.columns()).dup(wanted.rightOrder());
        INDArray result = Products.byRows(left, right);
        INDArray expected = left.mmul(right).dup('c');
        assertThat(result.shape()).containsExactly(expected.shape());
        assertThat(result.ordering()).isEqualTo('c');
        assertThat(result.data().asDouble())
                .containsExactly(expected.data().asDouble(), within(wanted.type() == DataType.DOUBLE ? 1e-12 : 1e-4));
    }

    private static INDArray columns(DataType type, int rows, int columns) {
        return Nd4j.create(type, new long[] {rows, columns}, 'f');
    }
}
