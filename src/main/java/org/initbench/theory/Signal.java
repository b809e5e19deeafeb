package org.initbench.theory;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.initbench.theory.Grid.Offset;
import org.jspecify.annotations.Nullable;

/**
 * What theory knows of one place of a wide random network: second moments of what is there, by example and position, as means
 * over channels, before any weight is drawn. Signals are made of others, from the input on; {@link Gradients} goes back through them.
 *
 * <p>Second moments of wide layers are exact in expectation through weights that are uncorrelated and of mean 0, whatever goes in: a
 * position sums over those that its kernel sees, so that borders count. Through activations they are those of normal
 * pre-activations, which is so in the limit of many channels. Poole et al. 2016; for convolutions Xiao et al. 2018.
 */
public abstract class Signal {

    private final Grid grid;
    private final int examples;
    private final List<Signal> inputs;
    private final boolean isBehindMeanAlone;

    /** How many others it is made of one after the other, at most. */
    private final int depth;

    private final Map<Offset, double[][]> products = new HashMap<>();
    private double @Nullable [][] means;
    private @Nullable NoTheoryException gap;

    Signal(Grid grid, int examples, List<Signal> inputs) {
        this.grid = grid;
        this.examples = examples;
        this.inputs = List.copyOf(inputs);
        this.isBehindMeanAlone = inputs.stream().anyMatch(Signal::isMeanAlone);
        this.depth = inputs.stream().mapToInt(input -> input.depth + 1).max().orElse(0);
    }

    /**
     * The network's input.
     *
     * @param values by example, channel and position, in this order
     */
    public static Signal measured(double[] values, int examples, int channels, Grid grid) {
        return new MeasuredSignal(values, examples, channels, grid);
    }

    /** Standard-normal input, of which no value says anything of another. */
    public static Signal standardNormal(Grid grid) {
        return new NormalSignal(grid);
    }

    /**
     * Where theory does not go on.
     *
     * @param grid what is known of its shape
     * @param reason why, as a sentence
     */
    public static Signal unknown(Grid grid, List<Signal> inputs, String reason) {
        return new UnknownSignal(grid, inputs.get(0).examples, inputs, reason);
    }

    /** The same where there is nothing before it. */
    public static Signal unknown(int examples, String reason) {
        return new UnknownSignal(Grid.POINT, examples, List.of(), reason);
    }

    /** Behind a dense layer's weights and biases: of a picture every position of every channel is an input of its own. */
    public Signal weighted(Weighing weights) {
        Signal flat = grid.equals(Grid.POINT) ? this : new FlatSignal(this);
        Window point = new Window(Window.Axis.padded(1, 1, 0, 1, 1), Window.Axis.padded(1, 1, 0, 1, 1));
        return new WeightedSignal(flat, point, weights, grid.positions());
    }

    /** Behind the weights and biases of a convolution. */
    public Signal weighted(Window window, Weighing weights) {
        return new WeightedSignal(this, window, weights, 1);
    }

    /** Behind an activation. */
    public Signal activated(Nonlinearity nonlinearity) {
        return new ActivatedSignal(this, nonlinearity);
    }

    /** Means over windows. */
    public Signal averaged(Window window) {
        return new AveragedSignal(this, window);
    }

    /** Behind a layer normalization over {@code units}, which is what the units less their mean are divided by √(their variance). */
    public Signal normalized(int units, double epsilon) {
        return new NormalizedSignal(this, units, epsilon);
    }

    /** Behind a batch normalization. */
    public Signal batchNormalized(double gain, double epsilon) {
        return new BatchNormalizedSignal(this, gain, epsilon);
    }

    /** What two paths of a network come to together. */
    public Signal plus(Signal other) {
        return new SummedSignal(this, other);
    }

    /** √E[x²] over all examples and positions. */
    public double rms() {
        return Math.sqrt(Arrays2.mean(Arrays2.meanRow(squares())));
    }

    /** Why there is no {@link #rms}; empty where there is one. */
    public Optional<String> gap() {
        try {
            squares();
            return Optional.empty();
        } catch (NoTheoryException gap) {
            return Optional.of(gap.reason());
        }
    }

    /** E[x²] for each example and position. Those of what it is made of are found first, so that no call goes as deep as a network. */
    final double[][] squares() {
        for (Signal each : order(signal -> !signal.isSettled())) {
            each.settle();
        }
        return products(Offset.NONE);
    }

    private boolean isSettled() {
        return gap != null || products.containsKey(Offset.NONE);
    }

    private void settle() {
        try {
            products(Offset.NONE);
        } catch (NoTheoryException found) {
            gap = found;
        }
    }

    /** This one and what it is made of, each after its inputs: those that are wanted, and of what these are made. */
    final List<Signal> order(Predicate<Signal> isWanted) {
        Set<Signal> found = new LinkedHashSet<>();
        Deque<Signal> waiting = new ArrayDeque<>(List.of(this));
        while (!waiting.isEmpty()) {
            Signal next = waiting.remove();
            if (isWanted.test(next) && found.add(next)) {
                waiting.addAll(next.inputs);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(signal -> signal.depth))
                .toList();
    }

    /** E[x(p)·x(p + offset)] for each example and position p; 0 where p + offset is beyond the border. */
    final double[][] products(Offset offset) {
        if (gap != null && offset.isNone()) {
            throw gap;
        }
        double[][] known = products.get(offset);
        if (known == null) {
            known = findProducts(offset);
            products.put(offset, known);
        }
        return known;
    }

    /** E[x] for each example and position. */
    final double[][] means() {
        if (means == null) {
            means = findMeans();
        }
        return means;
    }

    abstract double[][] findProducts(Offset offset);

    abstract double[][] findMeans();

    /** Adds to the gradients of the inputs what this one's, which is known, passes on. */
    abstract void passBack(Gradients gradients);

    /** Whether its units are normal, of mean 0, for each example and position. */
    boolean isNormal() {
        return false;
    }

    /** Whether what is said of examples and positions is said of their mean alone. */
    boolean isMeanAlone() {
        return isBehindMeanAlone;
    }

    /** The weights of mean 0 that each of its units is a sum over, with nothing behind them but what keeps the mean at 0. */
    @Nullable
    Signal root() {
        return null;
    }

    /** Its law, for each example and position. */
    LawStep.Law[][] laws() {
        throw new NoTheoryException("theory knows no law of what is added here");
    }

    /** The positions that it has. */
    public final Grid grid() {
        return grid;
    }

    final int examples() {
        return examples;
    }

    final List<Signal> inputs() {
        return inputs;
    }

    /** Whether this one is made of another, or is it. */
    final boolean isMadeOf(Signal other) {
        return order(signal -> signal.depth >= other.depth).contains(other);
    }
}
