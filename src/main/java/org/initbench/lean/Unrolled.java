package org.initbench.lean;

import org.deeplearning4j.nn.params.SimpleRnnParamInitializer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastCopyOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What a simple recurrent layer was in at each step of the last minibatch, z(t) = x(t) W + h(t − 1) R + b and h(t) = φ(z(t)).
 * Forward by columns and backward by rows, as DL4J has them, and with its own product
 * where it takes one of oneDNN's: others round differently.
 */
final class Unrolled {

    /** z; on the way back, dL/dz takes its place from the last step on. */
    private final Steps z;

    private final Steps h;

    /** dL/dh of one step. */
    private final Steps delta;

    private final Steps biases;

    /** dL/db of each step, (units, steps). */
    private final INDArray biasGradients;

    Unrolled(INDArray input, long units) {
        DataType type = input.dataType();
        long examples = input.size(0);
        int steps = (int) input.size(2);
        z = Steps.byRows(type, examples, units, steps);
        h = Steps.byColumns(type, examples, units, steps);
        delta = Steps.byRows(type, examples, units, 1);
        biases = Steps.byColumns(type, examples, units, 1);
        biasGradients = Nd4j.create(type, new long[] {units, steps}, 'f').detach();
    }

    /** Whether this is of the size of an input (examples, inputs, steps). */
    boolean fits(INDArray input) {
        return z.fits(input.dataType(), input.size(0), (int) input.size(2));
    }

    /** h of the last step. */
    INDArray last() {
        return h.arrays().get(h.count() - 1);
    }

    /** The forward pass from h = 0. */
    void run(INDArray input, Matrix weights, Matrix recurrent, INDArray bias, IActivation activation) {
        INDArray repeated = biases.arrays().get(0);
        Nd4j.getExecutioner().exec(new BroadcastCopyOp(repeated, bias, repeated, 1));
        for (int step = 0; step < z.count(); step++) {
            Matrix now = h.matrices().get(step);
            now.copy(biases.matrices().get(0));
            now.product(Matrix.step(input, step), weights, 1);
            if (step > 0) {
                now.product(h.matrices().get(step - 1), recurrent, 1);
            }
            z.matrices().get(step).turn(now);
            put(activation.getActivation(h.arrays().get(step), true), h.arrays().get(step));
        }
    }

    /** From dL/dh of the last step to the gradients; once after each forward pass. */
    void goBack(INDArray epsilon, Backward backward, IActivation activation) {
        INDArray deltas = delta.arrays().get(0);
        deltas.assign(epsilon);
        for (int step = z.count() - 1; step >= 0; step--) {
            if (step < z.count() - 1) {
                Matrix next = z.matrices().get(step + 1);
                deltas.assign(0);
                Nd4j.gemm(z.arrays().get(step + 1), backward.recurrent(), deltas, false, true, 1, 1);
                backward.addRecurrent(h.matrices().get(step), next);
            }
            put(
                    activation.backprop(z.arrays().get(step), deltas).getFirst(),
                    z.arrays().get(step));
            backward.addStep(step, z.matrices().get(step));
        }
        z.all().sum(biasGradients, 0);
        Matrix sum = Matrix.column(backward.gradient(SimpleRnnParamInitializer.BIAS_KEY));
        Matrix parts = Matrix.of(biasGradients);
        for (int step = z.count() - 1; step >= 0; step--) {
            sum.add(parts.column(step));
        }
    }

    /** Activations may work in place or not. */
    private static void put(INDArray result, INDArray place) {
        if (result != place) {
            place.assign(result);
        }
    }
}
