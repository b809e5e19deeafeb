package org.initbench.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.initbench.lean.Matrix;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The vectors that stand for the words of a sequence, which are rows of W (words, dimensions), stored by columns. */
final class Words extends WatchablePart {

    private final INDArray weights;
    private final int words;
    private final int dimensions;
    private final Map<List<Integer>, Signal> rooms = new HashMap<>();
    private final Vectors inPlace;

    /** Those whose updates are put off, if they are. */
    private Vectors vectors;

    /** Which of those of a minibatch each of its words is. */
    private int[] slots = {};

    /** The words of a minibatch, each once, and how many there are. */
    private int[] present = {};

    private int count;

    /** Of each word, its place among those of a minibatch, where it is there. */
    private final int[] places;

    private final boolean[] isPresent;
    private double[] values = {};
    private double[] rows = {};

    /**
     * Words of a layer.
     *
     * @param key by which its watcher is known
     * @param parameters by DL4J's names, and their gradients
     */
    Words(String key, Map<String, INDArray> parameters, Map<String, INDArray> gradients) {
        super(key);
        this.weights = Objects.requireNonNull(parameters.get(DefaultParamInitializer.WEIGHT_KEY));
        INDArray ofWeights = Objects.requireNonNull(gradients.get(DefaultParamInitializer.WEIGHT_KEY));
        Matrix matrix = Matrix.of(weights);
        this.words = matrix.rows();
        this.dimensions = matrix.columns();
        this.places = new int[words];
        this.isPresent = new boolean[words];
        this.inPlace = new WordsInPlace(Numbers.of(weights), Numbers.of(ofWeights), words, dimensions);
        this.vectors = inPlace;
    }

    /** W, (words, dimensions). */
    INDArray weights() {
        return weights;
    }

    /** Leaves the updates of the vectors to others from now on. */
    void leave(Vectors toOthers) {
        vectors = toOthers;
    }

    /** Of numbers of words, as sequences or as rows of (examples, steps), the vectors. */
    @Override
    public Signal forward(Signal in) {
        int examples = in.examples();
        int steps = in.steps() * in.units();
        reserve(examples * steps);
        in.numbers().read(0, values, slots.length);
        boolean isByExamples = in.units() > 1;
        for (int step = 0; step < steps; step++) {
            for (int example = 0; example < examples; example++) {
                int place = isByExamples ? example * steps + step : step * examples + example;
                see(step * examples + example, (int) values[place]);
            }
        }
        Arrays.sort(present, 0, count);
        for (int i = 0; i < count; i++) {
            places[present[i]] = i;
            isPresent[present[i]] = false;
        }
        used().read(present, count, rows);
        for (int i = 0; i < slots.length; i++) {
            slots[i] = places[slots[i]];
            System.arraycopy(rows, slots[i] * dimensions, values, i * dimensions, dimensions);
        }
        Signal out = rooms.computeIfAbsent(
                List.of(examples, steps), size -> Signal.ofSequences(weights.dataType(), steps, examples, dimensions));
        out.numbers().write(0, values, slots.length * dimensions);
        if (watcher != null) {
            for (int step = 0; step < steps; step++) {
                watcher.preactivation(out.stepArray(step));
                watcher.activation(out.stepArray(step));
            }
        }
        return out;
    }

    /** Whoever watches looks at the network's memory. */
    private Vectors used() {
        return watcher == null ? vectors : inPlace;
    }

    private void see(int slot, int word) {
        slots[slot] = word;
        if (!isPresent[word]) {
            isPresent[word] = true;
            present[count] = word;
            count++;
        }
    }

    @Override
    public @Nullable Signal backward(Signal gradient) {
        if (watcher != null) {
            for (int step = gradient.steps() - 1; step >= 0; step--) {
                watcher.activationGradient(gradient.stepArray(step));
            }
        }
        gradient.numbers().read(0, values, slots.length * dimensions);
        Arrays.fill(rows, 0, count * dimensions, 0);
        for (int i = 0; i < slots.length; i++) {
            add(values, i * dimensions, rows, slots[i] * dimensions);
        }
        used().take(rows);
        return null;
    }

    private void add(double[] from, int first, double[] sums, int firstSum) {
        for (int i = 0; i < dimensions; i++) {
            sums[firstSum + i] += from[first + i];
        }
    }

    @Override
    public void forget() {
        inPlace.forget();
        vectors.forget();
    }

    @Override
    public void settle() {
        vectors.settle();
    }

    private void reserve(int read) {
        count = 0;
        if (slots.length != read) {
            slots = new int[read];
            present = new int[read];
        }
        if (values.length < read * dimensions) {
            values = new double[read * dimensions];
            rows = new double[read * dimensions];
        }
    }
}
