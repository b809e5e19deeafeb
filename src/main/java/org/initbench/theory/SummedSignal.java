package org.initbench.theory;

import java.util.List;
import org.initbench.theory.Grid.Offset;
import org.jspecify.annotations.Nullable;

/**
 * The sum of two paths. Where one ends in weights of mean 0 that the other does not have, nothing of one says anything of the other, and
 * second moments add.
 */
final class SummedSignal extends Signal {

    static final String OF_BATCHES =
            "behind batch normalization theory knows no law of a sum, and so not what an activation makes of it";

    private final Signal one;
    private final Signal other;

    SummedSignal(Signal one, Signal other) {
        super(one.grid(), one.examples(), List.of(one, other));
        this.one = one;
        this.other = other;
    }

    @Override
    double[][] findProducts(Offset offset) {
        if (!one.grid().equals(other.grid())) {
            throw new NoTheoryException("theory does not know how these two are added");
        }
        double[][] squares = Arrays2.sum(one.products(offset), other.products(offset));
        return areUncorrelated(one, other)
                ? squares
                : Arrays2.sum(squares, Arrays2.sum(crossed(one, other, offset), crossed(other, one, offset)));
    }

    private static boolean areUncorrelated(Signal one, Signal other) {
        return isFresh(one, other) || isFresh(other, one);
    }

    private static boolean isFresh(Signal one, Signal other) {
        Signal root = one.root();
        return root != null && !other.isMadeOf(root);
    }

    /** Behind an activation of weights that the other path does not have. */
    private static boolean isIndependent(Signal one, Signal other) {
        return one instanceof ActivatedSignal activated && isFresh(activated.argument(), other);
    }

    private static double[][] crossed(Signal one, Signal other, Offset offset) {
        if (!offset.isNone() || !(isIndependent(one, other) || isIndependent(other, one))) {
            throw new NoTheoryException("theory knows no covariance between the two that are added");
        }
        return Arrays2.product(one.means(), other.means());
    }

    @Override
    double[][] findMeans() {
        return Arrays2.sum(one.means(), other.means());
    }

    @Override
    boolean isNormal() {
        return one.isNormal() && other.isNormal() && areUncorrelated(one, other);
    }

    /** What the activation behind it takes as given, and what it adds to it: of the two, the one with a law and the normal one. */
    record Parts(Signal given, Signal added) {}

    Parts parts() {
        if (isMeanAlone()) {
            throw new NoTheoryException(OF_BATCHES);
        }
        if (other.isNormal() && isFresh(other, one)) {
            return new Parts(one, other);
        }
        if (one.isNormal() && isFresh(one, other)) {
            return new Parts(other, one);
        }
        throw new NoTheoryException("theory knows no law of what is added here");
    }

    @Override
    @Nullable
    Signal root() {
        return null;
    }

    @Override
    void passBack(Gradients gradients) {
        gradients.addAsIs(one, this);
        gradients.addAsIs(other, this);
    }
}
