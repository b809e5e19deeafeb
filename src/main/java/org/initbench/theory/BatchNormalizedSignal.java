package org.initbench.theory;

import java.util.List;
import org.initbench.theory.Grid.Offset;
import org.jspecify.annotations.Nullable;

/**
 * A batch normalization: over all examples and positions the second moment of each channel is g². How much of it is in which
 * example and position depends on how alike these are, and so does the way back (Yang et al. 2019).
 */
final class BatchNormalizedSignal extends Signal {

    private final Signal input;
    private final double gain;
    private final double epsilon;

    BatchNormalizedSignal(Signal input, double gain, double epsilon) {
        super(input.grid(), input.examples(), List.of(input));
        this.input = input;
        this.gain = gain;
        this.epsilon = epsilon;
    }

    /** What is normalized need not be known, as long as it is not 0 nor near the ε that is added to its variance. */
    @Override
    double[][] findProducts(Offset offset) {
        if (!offset.isNone()) {
            throw new NoTheoryException("behind batch normalization theory has no covariance between positions");
        }
        boolean isZero = input instanceof WeightedSignal weighted && weighted.isZero();
        double variance = input.gap().isPresent() || isZero ? 1 : input.rms() * input.rms();
        double square = isZero ? 0 : gain * gain * variance / (variance + epsilon);
        return Arrays2.filled(examples(), grid().positions(), square);
    }

    @Override
    double[][] findMeans() {
        return Arrays2.filled(examples(), grid().positions(), 0);
    }

    @Override
    boolean isMeanAlone() {
        return true;
    }

    @Override
    @Nullable
    Signal root() {
        return input.root();
    }

    @Override
    LawStep.Law[][] laws() {
        throw new NoTheoryException(SummedSignal.OF_BATCHES);
    }

    @Override
    void passBack(Gradients gradients) {
        gradients.block(
                input, "the way back through batch normalization depends on how alike the examples of a batch are");
    }
}
