package org.initbench.data;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Arrays that are filled a block of rows at a time, so that their numbers are there but once. */
final class Filled {

    private static final int BLOCK = 1000;

    /** Writes a row. */
    @FunctionalInterface
    interface Row {

        /** Fills the numbers of a row, which are 0 before. */
        void write(int row, double[] numbers);
    }

    private Filled() {}

    /** (count, width). */
    static INDArray rows(int count, int width, DataType type, Row row) {
        INDArray filled = Nd4j.createUninitialized(type, count, width);
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(from + BLOCK, count);
            double[] block = new double[(to - from) * width];
            for (int at = from; at < to; at++) {
                double[] numbers = new double[width];
                row.write(at, numbers);
                System.arraycopy(numbers, 0, block, (at - from) * width, width);
            }
            filled.get(NDArrayIndex.interval(from, to))
                    .assign(Nd4j.createFromArray(block).reshape('c', to - from, width));
        }
        return filled;
    }
}
