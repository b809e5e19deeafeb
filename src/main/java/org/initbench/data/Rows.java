package org.initbench.data;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies whole examples from array to array, as one run of bytes each. */
final class Rows {

    /** A place in native memory that can be moved. */
    private static final class Place extends Pointer {

        Place at(long newAddress) {
            address = newAddress;
            return this;
        }
    }

    private Rows() {}

    /**
     * Copies.
     *
     * @param from (examples, …)
     * @param positions of the examples to be copied
     * @param to (positions, …), as the examples of {@code from}, of the same type and in C order
     */
    static void copy(INDArray from, int[] positions, INDArray to) {
        INDArray source = from.ordering() == 'c' && from.elementWiseStride() == 1 ? from : from.dup('c');
        long bytes = source.length() / source.size(0) * source.dataType().width();
        long first = source.data().addressPointer().address();
        long next = to.data().addressPointer().address();
        Place read = new Place();
        Place write = new Place();
        for (int position : positions) {
            Pointer.memcpy(write.at(next), read.at(first + position * bytes), bytes);
            next += bytes;
        }
    }
}
