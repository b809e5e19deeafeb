package org.initbench.probe;

import java.util.Optional;
import org.initbench.network.MaskedRows;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Which steps of the examples of a minibatch are there, and which are padding behind the end of a shorter sequence.
 *
 * @param mask (examples, steps), or as DL4J hands it to an output layer, (steps · examples, 1), all examples of a step before those
 *     of the next; 0 for padding; null where there is none
 */
record StepMask(@Nullable INDArray mask) {

    private static final int SEQUENCES_RANK = 3;

    /**
     * What is there of the first examples of a tensor.
     *
     * @param tensor (examples, units), of one step where the mask has several; (steps · examples, units) as DL4J lays sequences out
     *     for layers that know no steps; or (examples, units, steps)
     * @param most how many examples to take; of the second form how many rows
     * @param step that the first of these is of
     * @return rows of it, (present, units), empty where none is; all of it where the mask is none, or not of its form
     */
    Optional<INDArray> present(INDArray tensor, int most, int step) {
        INDArray first = first(tensor, most);
        if (mask == null) {
            return Optional.of(first);
        }
        boolean isByExample = tensor.size(0) == mask.size(0);
        if (tensor.rank() == SEQUENCES_RANK && isByExample && tensor.size(2) == mask.size(1)) {
            INDArray rows = first.permute(2, 0, 1).dup('c').reshape('c', first.size(0) * first.size(2), first.size(1));
            return MaskedRows.of(rows, first(mask, most).transpose());
        }
        if (tensor.rank() == 2 && tensor.size(0) == mask.length()) {
            return MaskedRows.of(first, mask.transpose());
        }
        return tensor.rank() == 2 && isByExample ? MaskedRows.of(first, mask.getColumn(step)) : Optional.of(first);
    }

    /**
     * The step of what comes after so many others in the forward pass. What goes both ways through a sequence goes from its end to its
     * beginning afterwards.
     */
    int forward(int before) {
        int steps = steps();
        return before / steps % 2 == 0 ? before % steps : steps - 1 - before % steps;
    }

    /** The step of what comes after so many others in the backward pass. */
    int backward(int before) {
        return steps() - 1 - forward(before);
    }

    private int steps() {
        return mask == null ? 1 : (int) mask.size(1);
    }

    private static INDArray first(INDArray tensor, int most) {
        return most < tensor.size(0) ? tensor.get(NDArrayIndex.interval(0, most)) : tensor;
    }
}
