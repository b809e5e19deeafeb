package org.initbench.step;

import java.util.ArrayList;
import java.util.List;
import org.initbench.lean.Matrix;

/**
 * What goes from layer to layer, or back: a matrix (examples, units) by columns for each step of a sequence, one after the other;
 * one matrix where there are no sequences.
 *
 * @param numbers all of it
 * @param units columns of each matrix
 * @param steps the matrices
 */
record Signal(Numbers numbers, int examples, int units, List<Matrix> steps) {

    static Signal of(Numbers numbers, int examples, int units, int steps) {
        List<Matrix> matrices = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            matrices.add(numbers.matrix((long) step * examples * units, examples, units));
        }
        return new Signal(numbers, examples, units, List.copyOf(matrices));
    }

    /** The only matrix. */
    Matrix matrix() {
        return steps.get(0);
    }

    boolean fits(int otherExamples, int otherSteps) {
        return examples == otherExamples && steps.size() == otherSteps;
    }
}
