package org.initbench.step;

import org.initbench.lean.Matrix;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What goes from layer to layer, or back. Of sequences, rows are the examples' first steps, then their second ones, and so on.
 *
 * @param array (examples, units), or (steps × examples, units), which keeps the memory: whoever reads the others later keeps the signal
 * @param matrix the same, as BLAS takes it
 * @param numbers the same, in the order in which they lie in memory
 * @param steps of each example; 1 of what is no sequence
 */
record Signal(INDArray array, Matrix matrix, Numbers numbers, int steps) {

    private static final int PICTURES_RANK = 4;

    /** Floats that follow each other in a line of a cache. */
    private static final int UNITS_AT_A_TIME = 16;

    /** That of a matrix without gaps. */
    static Signal of(INDArray array) {
        return of(array, 1);
    }

    /** The same, of sequences of so many steps. */
    static Signal of(INDArray array, int steps) {
        return new Signal(array, Matrix.of(array), Numbers.of(array), steps);
    }

    /** New memory for sequences, by rows. */
    static Signal ofSequences(DataType type, int steps, int examples, long units) {
        return of(
                Nd4j.create(type, new long[] {(long) steps * examples, units}, 'c')
                        .detach(),
                steps);
    }

    /** A minibatch: examples by rows, sequences of shape (examples, units, steps), or pictures, of which each is a row. */
    static Signal ofExamples(INDArray features) {
        if (features.rank() == PICTURES_RANK) {
            boolean isInOrder = features.ordering() == 'c' && Shape.hasDefaultStridesForShape(features);
            INDArray pictures = isInOrder ? features : features.dup('c');
            long examples = pictures.size(0);
            Matrix rows = Matrix.of(pictures.reshape('c', examples, pictures.length() / examples));
            return new Signal(pictures, rows, Numbers.of(pictures), 1);
        }
        if (features.rank() == 2) {
            boolean isByRows = features.ordering() == 'c' && features.elementWiseStride() == 1;
            return of(isByRows ? features : features.dup('c'));
        }
        INDArray bySteps = features.permute(2, 0, 1).dup('c');
        return of(bySteps.reshape('c', features.size(0) * features.size(2), features.size(1)), (int) features.size(2));
    }

    /** Whether these are the numbers of an array, where they lie, and no copy. */
    boolean isOf(INDArray other) {
        return array.data().address() == other.data().address();
    }

    int examples() {
        return matrix.rows() / steps;
    }

    int units() {
        return matrix.columns();
    }

    /** The rows of a step of sequences, as whoever watches a layer sees them. */
    INDArray stepArray(int step) {
        return array.get(NDArrayIndex.interval(step * examples(), (step + 1) * examples()));
    }

    /** The rows of a step. */
    Matrix step(int step) {
        return matrix.rows(step * examples(), examples());
    }

    /** Units of examples by rows before and behind which there are only zeros, in whole lines of a cache; one of them at least. */
    Range used() {
        int lines = (units() + UNITS_AT_A_TIME - 1) / UNITS_AT_A_TIME;
        int first = 0;
        while (first < lines - 1 && isUnused(first)) {
            first++;
        }
        int last = lines - 1;
        while (last > first && isUnused(last)) {
            last--;
        }
        return new Range(first * UNITS_AT_A_TIME, Math.min((last + 1) * UNITS_AT_A_TIME, units()));
    }

    private boolean isUnused(int line) {
        int from = line * UNITS_AT_A_TIME;
        int count = Math.min(UNITS_AT_A_TIME, units() - from);
        for (int row = 0; row < matrix.rows(); row++) {
            if (!numbers.areZeros(row * units() + from, count)) {
                return false;
            }
        }
        return true;
    }

    /** Puts the numbers of another, which lie in the same order, in place of these. */
    void copy(Signal other) {
        double[] values = new double[count()];
        other.numbers.read(0, values, values.length);
        numbers.write(0, values, values.length);
    }

    /** Adds the numbers of another, which lie in the same order. */
    void add(Signal other) {
        double[] values = new double[count()];
        double[] more = new double[values.length];
        numbers.read(0, values, values.length);
        other.numbers.read(0, more, more.length);
        for (int i = 0; i < values.length; i++) {
            values[i] += more[i];
        }
        numbers.write(0, values, values.length);
    }

    private int count() {
        return matrix.rows() * matrix.columns();
    }
}
