package org.initbench.theory;

import java.util.ArrayList;
import java.util.List;
import org.initbench.theory.Grid.Offset;
import org.jspecify.annotations.Nullable;

/** Means over windows; neighbouring positions have much in common, which their covariances carry. */
final class AveragedSignal extends Signal {

    /** Of positions at offsets, as a bound of work. */
    private static final double MOST = 2e8;

    private final Signal input;
    private final Window window;

    AveragedSignal(Signal input, Window window) {
        super(window.to(), input.examples(), List.of(input));
        this.input = input;
        this.window = window;
    }

    /** A mean of all products between two windows. */
    @Override
    double[][] findProducts(Offset offset) {
        if (!window.isWhole()) {
            throw new NoTheoryException("theory has no formula for means over windows that reach beyond a border");
        }
        if (input.isMeanAlone()) {
            throw new NoTheoryException(
                    "behind batch normalization theory has no covariance between positions, which average pooling asks for");
        }
        double work = (double) window.size() * window.size() * input.grid().positions() * examples();
        if (work > MOST) {
            throw new NoTheoryException(
                    "average pooling over so many positions asks for the covariance of too many pairs");
        }
        double[][] products = new double[examples()][grid().positions()];
        double pairs = (double) window.size() * window.size();
        for (Offset between : between()) {
            double[][] found = input.products(new Offset(
                    offset.down() * window.down().stride() + between.down(),
                    offset.right() * window.right().stride() + between.right()));
            window.forEach((output, position) -> {
                boolean hasOther = grid().from(output, offset) >= 0 && isSeen(output, position, between);
                for (int example = 0; hasOther && example < products.length; example++) {
                    products[example][output] += found[example][position] / pairs;
                }
            });
        }
        return products;
    }

    private List<Offset> between() {
        List<Offset> offsets = new ArrayList<>();
        int down = window.down().kernel() - 1;
        int right = window.right().kernel() - 1;
        for (int y = -down; y <= down; y++) {
            for (int x = -right; x <= right; x++) {
                offsets.add(new Offset(
                        y * window.down().dilation(), x * window.right().dilation()));
            }
        }
        return offsets;
    }

    /** Whether a position of a window, moved so far, is still one of it. */
    private boolean isSeen(int output, int position, Offset between) {
        int row = position / input.grid().width()
                + between.down()
                - output / grid().width() * window.down().stride();
        int column = position % input.grid().width()
                + between.right()
                - output % grid().width() * window.right().stride();
        return row >= 0
                && row <= (window.down().kernel() - 1) * window.down().dilation()
                && column >= 0
                && column <= (window.right().kernel() - 1) * window.right().dilation();
    }

    @Override
    double[][] findMeans() {
        double[][] from = input.means();
        double[][] means = new double[examples()][grid().positions()];
        window.forEach((output, position) -> {
            for (int example = 0; example < means.length; example++) {
                means[example][output] += from[example][position] / window.size();
            }
        });
        return means;
    }

    @Override
    boolean isNormal() {
        return input.isNormal();
    }

    @Override
    @Nullable
    Signal root() {
        return input.root();
    }

    @Override
    void passBack(Gradients gradients) {
        if (!window.isApart()) {
            gradients.block(input, "theory has no formula for the way back through means over windows that overlap");
            return;
        }
        double[] after = gradients.of(this);
        double[] before = new double[input.grid().positions()];
        double share = 1.0 / window.size();
        window.forEach((output, position) -> before[position] = share * share * after[output]);
        gradients.add(input, before, this);
    }
}
