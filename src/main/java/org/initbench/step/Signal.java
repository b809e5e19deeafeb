package org.initbench.step;

import org.initbench.lean.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What goes from layer to layer, or back.
 *
 * @param array (examples, units), which keeps the memory
 * @param matrix the same, as BLAS takes it
 * @param numbers the same, in the order in which they lie in memory
 */
record Signal(INDArray array, Matrix matrix, Numbers numbers) {

    /** That of an array without gaps. */
    static Signal of(INDArray array) {
        return new Signal(array, Matrix.of(array), Numbers.of(array));
    }

    int examples() {
        return matrix.rows();
    }

    int units() {
        return matrix.columns();
    }
}
