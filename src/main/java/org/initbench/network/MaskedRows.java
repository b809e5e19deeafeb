package org.initbench.network;

import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rows of a matrix without those that are padding. */
public final class MaskedRows {

    private MaskedRows() {}

    /**
     * Copies them, unless all are there.
     *
     * @param rows (rows, …)
     * @param mask of them, in C order, perhaps with more behind; 0 for padding
     * @return empty where all rows are padding
     */
    public static Optional<INDArray> of(INDArray rows, INDArray mask) {
        double[] isPresent = mask.dup('c').data().asDouble();
        int[] present = IntStream.range(0, (int) rows.size(0))
                .filter(row -> isPresent[row] != 0)
                .toArray();
        if (present.length == rows.size(0)) {
            return Optional.of(rows);
        }
        return present.length == 0 ? Optional.empty() : Optional.of(rows.getRows(present));
    }
}
