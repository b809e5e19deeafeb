package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents a checksum that depends on how an array lies in memory, or that misses labels or order. */
class ExamplesChecksumTest {

    private static final double[][] FEATURES = {{1, 2}, {3, -0.5}};

    /** {@code hashlib.sha256(struct.pack(">6d", 1, 2, 3, -0.5, 0, 1))} in Python. */
    @Test
    void isTheDigestOfBigEndianDoubles() {
        assertThat(Examples.binary(FEATURES, new int[] {0, 1}, DataType.DOUBLE).sha256())
                .isEqualTo("14f3dfbb587f5fa8204110c5631329ba54043b4c0e17a4283b74299b5aa25c0d");
    }

    @Test
    void doesNotDependOnPrecisionOrMemoryOrder() {
        Examples examples = Examples.binary(FEATURES, new int[] {0, 1}, DataType.DOUBLE);
        Examples single = Examples.binary(FEATURES, new int[] {0, 1}, DataType.FLOAT);
        INDArray columnMajor = examples.features().dup('f');
        assertThat(single.sha256()).isEqualTo(examples.sha256());
        assertThat(new Examples(columnMajor, examples.labels()).sha256()).isEqualTo(examples.sha256());
    }

    @Test
    void ofASliceReadsTheSliceAlone() {
        Examples three =
                Examples.binary(new double[][] {{9, 9}, {1, 2}, {3, -0.5}}, new int[] {1, 0, 1}, DataType.DOUBLE);
        assertThat(three.slice(1, 3).sha256())
                .isEqualTo(Examples.binary(FEATURES, new int[] {0, 1}, DataType.DOUBLE)
                        .sha256());
    }

    @Test
    void changesWithLabelsAndOrder() {
        Examples examples = Examples.binary(FEATURES, new int[] {0, 1}, DataType.DOUBLE);
        assertThat(Examples.binary(FEATURES, new int[] {1, 0}, DataType.DOUBLE).sha256())
                .isNotEqualTo(examples.sha256());
        assertThat(examples.pick(new int[] {1, 0}).sha256()).isNotEqualTo(examples.sha256());
        assertThat(Examples.unlabeled(FEATURES, DataType.DOUBLE).sha256()).isNotEqualTo(examples.sha256());
    }

    @Test
    void ofUnlabeledExamplesIsThatOfTheFeatures() {
        assertThat(Examples.unlabeled(FEATURES, DataType.DOUBLE).sha256())
                .isEqualTo(new Examples(Nd4j.createFromArray(FEATURES), Nd4j.empty(DataType.DOUBLE)).sha256());
    }
}
