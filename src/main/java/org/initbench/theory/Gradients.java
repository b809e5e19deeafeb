package org.initbench.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.initbench.theory.LawStep.Law;
import org.jspecify.annotations.Nullable;

/**
 * Mean squares of gradients on their way back through a network, by position, as means over examples and channels, in the unit of what they
 * are at the end. Weights are met anew on the way back, as if drawn again (Schoenholz et al. 2017, sec. 4). Where a signal is read by
 * several, their gradients add; those that came through different weights of mean 0 have nothing in common, so that squares add.
 */
public final class Gradients {

    private static final String OF_SEVERAL = "gradients that come back by several paths have weights in common";

    /** What is known of one signal's gradient. */
    private static final class Known {

        private final double[] whatever;
        private final Set<Signal> through = Collections.newSetFromMap(new IdentityHashMap<>());
        private double @Nullable [][][] byValue;
        private @Nullable String gap;
        private boolean isReached;
        private boolean isPassedBy;

        private Known(int positions) {
            this.whatever = new double[positions];
        }
    }

    private final IdentityHashMap<Signal, Known> known = new IdentityHashMap<>();

    private Gradients() {}

    /** From a signal on whose gradient has mean square 1 in each position. */
    public static Gradients from(Signal end) {
        Gradients gradients = new Gradients();
        double[] ones = new double[end.grid().positions()];
        Arrays.fill(ones, 1);
        gradients.add(end, ones, end);
        List<Signal> order = new ArrayList<>(end.order(signal -> true));
        Collections.reverse(order);
        order.forEach(gradients::passBack);
        return gradients;
    }

    private void passBack(Signal signal) {
        Known gradient = known(signal);
        if (gradient.gap != null) {
            for (Signal input : signal.inputs()) {
                block(input, gradient.gap);
            }
        } else if (gradient.isReached && !gradient.isPassedBy) {
            try {
                signal.passBack(this);
            } catch (NoTheoryException gap) {
                signal.inputs().forEach(input -> block(input, gap.reason()));
            }
        }
    }

    /**
     * The mean square of a signal's gradient.
     *
     * @throws NoTheoryException if theory does not come so far back
     */
    public double meanSquare(Signal signal) {
        Known gradient = known(signal);
        if (gradient.gap != null) {
            throw new NoTheoryException(gradient.gap);
        }
        if (!gradient.isReached && !gradient.isPassedBy) {
            throw new NoTheoryException("it is behind the layer whose gradient theory starts from");
        }
        return Arrays2.mean(of(signal));
    }

    private Known known(Signal signal) {
        return known.computeIfAbsent(signal, key -> new Known(key.grid().positions()));
    }

    /** By position. */
    double[] of(Signal signal) {
        Known gradient = known(signal);
        if (gradient.byValue == null || !(signal instanceof ActivatedSignal activated)) {
            return gradient.whatever;
        }
        double[] mean = activated.mean(gradient.byValue);
        Arrays.setAll(mean, i -> mean[i] + gradient.whatever[i]);
        return mean;
    }

    boolean dependsOnValue(Signal signal) {
        return known(signal).byValue != null;
    }

    /** For each point of a law of its values. */
    double[] byValue(Signal signal, int row, int position, Law law) {
        Known gradient = known(signal);
        double[] all = new double[law.size()];
        Arrays.fill(all, gradient.whatever[position]);
        if (gradient.byValue != null) {
            double[] own = gradient.byValue[row][position];
            Arrays.setAll(all, i -> all[i] + own[i]);
        }
        return all;
    }

    /** Adds what comes from a reader to a gradient. */
    void add(Signal to, double[] meanSquares, Signal reader) {
        Known gradient = known(to);
        if (join(to, reader, false)) {
            Arrays.setAll(gradient.whatever, i -> gradient.whatever[i] + meanSquares[i]);
        }
    }

    /** The same of a reader that passes on what it has. */
    void addAsIs(Signal to, Signal reader) {
        Known from = known(reader);
        add(to, from.whatever, reader);
    }

    /** The same of a gradient that depends on the value. */
    void addByValue(Signal to, double[][][] meanSquares, Signal reader) {
        if (join(to, reader, true)) {
            known(to).byValue = meanSquares;
        }
    }

    /** Notes the gradient of a signal that is passed by. */
    void note(Signal signal, double[] meanSquares) {
        Known gradient = known(signal);
        if (gradient.isReached) {
            block(signal, OF_SEVERAL);
        }
        gradient.isPassedBy = true;
        System.arraycopy(meanSquares, 0, gradient.whatever, 0, meanSquares.length);
    }

    private boolean join(Signal to, Signal reader, boolean isByValue) {
        Known gradient = known(to);
        Set<Signal> through = reader instanceof WeightedSignal ? Set.of(reader) : known(reader).through;
        boolean isSecond = gradient.isPassedBy || (isByValue && gradient.byValue != null);
        if (isSecond || !Collections.disjoint(gradient.through, through)) {
            block(to, OF_SEVERAL);
            return false;
        }
        gradient.through.addAll(through);
        gradient.isReached = true;
        return gradient.gap == null;
    }

    /** Says that a gradient is not known. */
    void block(Signal signal, String reason) {
        Known gradient = known(signal);
        if (gradient.gap == null) {
            gradient.gap = reason;
        }
    }
}
