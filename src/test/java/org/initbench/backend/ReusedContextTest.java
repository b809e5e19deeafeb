package org.initbench.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** An operation must not see the arguments of the one before it in the same context. */
class ReusedContextTest {

    private final INDArray a = Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private final INDArray b = Nd4j.createFromArray(new double[][] {{1, 0}, {2, 1}, {0, 3}});

    @Test
    void argumentsOfTheOperationBeforeAreGone() {
        INDArray first = Nd4j.create(DataType.DOUBLE, 2, 2);
        Nd4j.exec(matmul(a.transpose().dup(), b, first)
                .addIntegerArguments(1, 0, 0)
                .build());
        INDArray second = Nd4j.create(DataType.DOUBLE, 2, 2);
        Nd4j.exec(matmul(a, b, second).build());
        assertThat(first.toDoubleMatrix()).isDeepEqualTo(new double[][] {{5, 11}, {14, 23}});
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whoeverKeepsAContextHasItAlone() {
        OpContext kept = Nd4j.getExecutioner().buildContext();
        kept.setIArguments(1, 0, 0);
        Nd4j.exec(matmul(a, b, Nd4j.create(DataType.DOUBLE, 2, 2)).build());
        assertThat(kept.getIArguments()).containsExactly(1L, 0L, 0L);
        assertThat(kept).isNotInstanceOf(ReusedContext.class);
    }

    @Test
    void anOperationThatFailsLeavesNothingToTheNext() {
        DynamicCustomOp unfit =
                DynamicCustomOp.builder("matmul").addInputs(a, a).build();
        assertThatThrownBy(() -> Nd4j.exec(unfit)).isInstanceOf(RuntimeException.class);
        assertThat(Nd4j.getExecutioner().buildContext())
                .as("one that is kept for as long as its owner likes")
                .isNotInstanceOf(ReusedContext.class);
        INDArray product = Nd4j.create(DataType.DOUBLE, 2, 2);
        Nd4j.exec(matmul(a, b, product).build());
        assertThat(product.toDoubleMatrix()).isDeepEqualTo(new double[][] {{5, 11}, {14, 23}});
    }

    private static DynamicCustomOp.DynamicCustomOpsBuilder matmul(INDArray x, INDArray y, INDArray z) {
        return DynamicCustomOp.builder("matmul").addInputs(x, y).addOutputs(z);
    }
}
