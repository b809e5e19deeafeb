package org.initbench.lean;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arithmetic element by element on the memory of arrays, for one layer: what ND4J has an operation for, some of which cost more
 * than the arithmetic, and others go through a function pointer for each element.
 */
sealed interface Elements permits FloatElements, DoubleElements {

    /** For arrays of this type, which is float or double. */
    static Elements of(DataType type) {
        return type == DataType.DOUBLE ? new DoubleElements() : new FloatElements();
    }

    /** Whether an array lies in memory without gaps, its last axis first. */
    static boolean isByRows(INDArray array) {
        return array.ordering() == 'c' && array.elementWiseStride() == 1;
    }

    /**
     * Copies a matrix stored by columns into one stored by rows, and adds a bias to each column.
     *
     * @param bias one for each column; null for none
     * @param isRectified whether to put max(0, ·) there
     */
    void turn(INDArray columns, @Nullable INDArray bias, INDArray rows, boolean isRectified);

    /**
     * dL/dz = dL/da where a &gt; 0, else 0.
     *
     * @param a max(0, z), or z; by rows, as are all three
     */
    void goBackThroughRelu(INDArray a, INDArray epsilon, INDArray delta);
}
