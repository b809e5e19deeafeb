package org.initbench.theory;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.theory.Grid.Offset;
import org.initbench.theory.LawStep.Law;
import org.initbench.theory.LawStep.Mesh;
import org.initbench.theory.SummedSignal.Parts;
import org.jspecify.annotations.Nullable;

/** Behind an activation: of normal pre-activations by integrals, of the sum of a residual block by its law. */
final class ActivatedSignal extends Signal {

    /** Of examples times positions, beyond which laws are those of the mean over examples. */
    private static final int MOST_LAWS = 256;

    private static final int MOST_FINE = 16;

    private final Signal argument;
    private final Nonlinearity nonlinearity;
    private final Moments moments;
    private LawStep @Nullable [][] steps;

    ActivatedSignal(Signal argument, Nonlinearity nonlinearity) {
        super(argument.grid(), argument.examples(), List.of(argument));
        this.argument = argument;
        this.nonlinearity = nonlinearity;
        this.moments = nonlinearity.moments();
    }

    Signal argument() {
        return argument;
    }

    @Override
    double[][] findProducts(Offset offset) {
        if (!offset.isNone()) {
            return crossed(offset);
        }
        if (argument.isNormal()) {
            return moments.squares(argument.squares());
        }
        if (argument.isMeanAlone() && argument.root() != null) {
            return ofMean();
        }
        return spread(step -> step.meanSquare());
    }

    /** A channel and its negative are as likely, so that an activation that is straight on both sides lets through the same share of any law. */
    private double[][] ofMean() {
        if (!nonlinearity.isHomogeneous()) {
            throw new NoTheoryException(
                    "behind batch normalization theory knows the law of signals for activations like relu alone");
        }
        return moments.squares(argument.squares());
    }

    private double[][] crossed(Offset offset) {
        if (!argument.isNormal()) {
            throw new NoTheoryException(
                    "theory has no covariance between positions behind the activation of a residual sum");
        }
        double[][] q = argument.squares();
        double[][] covariances = argument.products(offset);
        double[][] products = new double[examples()][grid().positions()];
        for (int position = 0; position < grid().positions(); position++) {
            int other = grid().from(position, offset);
            for (int example = 0; other >= 0 && example < products.length; example++) {
                products[example][position] =
                        moments.product(q[example][position], q[example][other], covariances[example][position]);
            }
        }
        return products;
    }

    @Override
    double[][] findMeans() {
        return argument.isNormal() ? moments.means(argument.squares()) : spread(step -> step.mean());
    }

    private interface OfStep {
        double value(LawStep step);
    }

    private double[][] spread(OfStep of) {
        LawStep[][] laws = steps();
        double[][] values = new double[laws.length][grid().positions()];
        for (int row = 0; row < laws.length; row++) {
            for (int i = 0; i < values[row].length; i++) {
                values[row][i] = of.value(laws[row][i]);
            }
        }
        double[][] spread = new double[examples()][];
        Arrays.setAll(spread, example -> values[Math.min(example, values.length - 1)]);
        return spread;
    }

    private int rows() {
        return examples() * grid().positions() > MOST_LAWS ? 1 : examples();
    }

    private double[][] rowsOf(double[][] values) {
        return rows() == 1 ? new double[][] {Arrays2.meanRow(values)} : values;
    }

    @Override
    Law[][] laws() {
        return Arrays.stream(steps())
                .map(row -> Arrays.stream(row).map(LawStep::to).toArray(Law[]::new))
                .toArray(Law[][]::new);
    }

    private LawStep[][] steps() {
        if (steps == null) {
            boolean isNormal = argument.isNormal();
            Parts parts = isNormal ? new Parts(argument, argument) : partsOfSum();
            double[][] added = rowsOf(parts.added().squares());
            Law[][] given = isNormal ? new Law[0][] : parts.given().laws();
            Mesh mesh = grid().positions() > MOST_FINE ? Mesh.COARSE : Mesh.FINE;
            LawStep[][] found = new LawStep[added.length][grid().positions()];
            for (int row = 0; row < found.length; row++) {
                for (int i = 0; i < found[row].length; i++) {
                    found[row][i] = new LawStep(isNormal ? Law.ZERO : given[row][i], added[row][i], nonlinearity, mesh);
                }
            }
            steps = found;
        }
        return steps;
    }

    private Parts partsOfSum() {
        if (argument instanceof SummedSignal sum) {
            return sum.parts();
        }
        argument.squares();
        throw new NoTheoryException("theory knows no law of what goes into this activation");
    }

    /** The gradient at its values may depend on them, where they go past a branch to another activation. */
    @Override
    void passBack(Gradients gradients) {
        double[] after = gradients.of(this);
        if (argument.isNormal() && !gradients.dependsOnValue(this)) {
            double[] slopes = Arrays2.meanRow(moments.slopes(argument.squares()));
            double[] before = new double[after.length];
            Arrays.setAll(before, i -> after[i] * slopes[i]);
            gradients.add(argument, before, this);
            return;
        }
        LawStep[][] laws = steps();
        double[][][] byValue = new double[laws.length][after.length][];
        double[][] means = new double[laws.length][after.length];
        for (int row = 0; row < laws.length; row++) {
            for (int i = 0; i < after.length; i++) {
                byValue[row][i] = laws[row][i].back(gradients.byValue(this, row, i, laws[row][i].to()));
                means[row][i] = laws[row][i].from().mean(byValue[row][i]);
            }
        }
        double[] mean = Arrays2.meanRow(means);
        if (argument.isNormal()) {
            gradients.add(argument, mean, this);
            return;
        }
        Parts parts = partsOfSum();
        gradients.note(argument, mean);
        gradients.add(parts.added(), mean, this);
        gradients.addByValue(parts.given(), byValue, this);
    }

    /** Of a gradient that is known for each value, its mean. */
    double[] mean(double[][][] byValue) {
        LawStep[][] laws = steps();
        double[] mean = new double[grid().positions()];
        Arrays.setAll(mean, i -> IntStream.range(0, laws.length)
                .mapToDouble(row -> laws[row][i].to().mean(byValue[row][i]))
                .average()
                .orElseThrow());
        return mean;
    }
}
