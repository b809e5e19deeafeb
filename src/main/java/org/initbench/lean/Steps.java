package org.initbench.lean;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A matrix for each time step, one after the other in memory of its own.
 *
 * @param all (examples, units, steps)
 * @param arrays (examples, units) of each step
 * @param matrices the same, for BLAS
 */
record Steps(INDArray all, List<INDArray> arrays, List<Matrix> matrices) {

    /** Each matrix by columns. */
    static Steps byColumns(DataType type, long examples, long units, int steps) {
        return of(memory(type, examples, units, steps));
    }

    /** Each matrix by rows. */
    static Steps byRows(DataType type, long examples, long units, int steps) {
        return of(memory(type, units, examples, steps).permute(1, 0, 2));
    }

    private static INDArray memory(DataType type, long... shape) {
        return Nd4j.create(type, shape, 'f').detach();
    }

    private static Steps of(INDArray all) {
        List<INDArray> arrays = IntStream.range(0, (int) all.size(2))
                .mapToObj(step -> all.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(step)))
                .toList();
        return new Steps(all, arrays, arrays.stream().map(Matrix::of).toList());
    }

    int count() {
        return arrays.size();
    }

    boolean fits(DataType type, long examples, int steps) {
        return all.dataType() == type && all.size(0) == examples && count() == steps;
    }
}
