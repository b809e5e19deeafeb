package org.initbench.network;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Keeps the outputs and labels that a loss is computed of while examples are scored, each a matrix; of a
 * sequence every step is a row.
 */
final class OutputTap extends LossStandIn {

    private static final long serialVersionUID = 1L;

    private transient @Nullable INDArray output;
    private transient @Nullable INDArray labels;

    private OutputTap(LossHolder holder) {
        super(holder);
    }

    static OutputTap into(LossHolder holder) {
        OutputTap tap = new OutputTap(holder);
        tap.open();
        return tap;
    }

    /** The output of the examples that were scored last. */
    INDArray output() {
        return Objects.requireNonNull(output);
    }

    /** The labels of these, row by row. */
    INDArray labels() {
        return Objects.requireNonNull(labels);
    }

    /** Without rows that are padding. */
    private static INDArray present(INDArray rows, @Nullable INDArray mask) {
        return mask == null || mask.size(0) != rows.size(0)
                ? rows
                : MaskedRows.of(rows, mask.getColumn(0)).orElseThrow();
    }

    @Override
    public INDArray computeScoreArray(INDArray expected, INDArray preOutput, IActivation activationFn, INDArray mask) {
        output = present(activationFn.getActivation(preOutput.dup(), false), mask)
                .detach();
        labels = present(expected, mask).detach();
        return super.computeScoreArray(expected, preOutput, activationFn, mask);
    }
}
