package org.initbench.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.initbench.lean.Matrix;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The vectors that stand for the words of a sequence, which are rows of W (words, dimensions), stored by columns. */
final class Words implements Part {

    private final INDArray vectors;
    private final Numbers weights;
    private final Numbers ofWeights;
    private final int words;
    private final int dimensions;
    private final Map<List<Integer>, Signal> rooms = new HashMap<>();

    /** Which of those of a minibatch each of its words is. */
    private int[] slots = {};

    /** The words of a minibatch, each once, and how many there are. */
    private int[] present = {};

    private int count;

    /** Of each word, one more than its place among those of a minibatch; 0 where it is not there. */
    private final int[] places;

    /** Words whose gradients in the network's memory are not 0. */
    private int[] written = {};

    private double[] values = {};
    private double[] rows = {};

    Words(Map<String, INDArray> parameters, Map<String, INDArray> gradients) {
        this.vectors = Objects.requireNonNull(parameters.get(DefaultParamInitializer.WEIGHT_KEY));
        this.weights = Numbers.of(vectors);
        this.ofWeights = Numbers.of(Objects.requireNonNull(gradients.get(DefaultParamInitializer.WEIGHT_KEY)));
        Matrix matrix = Matrix.of(vectors);
        this.words = matrix.rows();
        this.dimensions = matrix.columns();
        this.places = new int[words];
        forget();
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
                slots[step * examples + example] = slot((int) values[place]);
            }
        }
        for (int i = 0; i < count; i++) {
            places[present[i]] = 0;
        }
        for (int dimension = 0; dimension < dimensions; dimension++) {
            weights.gather(dimension * words, present, count, rows, dimension, dimensions);
        }
        for (int i = 0; i < slots.length; i++) {
            System.arraycopy(rows, slots[i] * dimensions, values, i * dimensions, dimensions);
        }
        Signal out = rooms.computeIfAbsent(
                List.of(examples, steps), size -> Signal.ofSequences(vectors.dataType(), steps, examples, dimensions));
        out.numbers().write(0, values, slots.length * dimensions);
        return out;
    }

    private int slot(int word) {
        if (places[word] == 0) {
            present[count] = word;
            count++;
            places[word] = count;
        }
        return places[word] - 1;
    }

    /** Most words are not in a minibatch: all others keep the zeros that they have. */
    @Override
    public @Nullable Signal backward(Signal gradient) {
        gradient.numbers().read(0, values, slots.length * dimensions);
        Arrays.fill(rows, 0, count * dimensions, 0);
        for (int i = 0; i < slots.length; i++) {
            add(values, i * dimensions, rows, slots[i] * dimensions);
        }
        double[] zero = {0};
        for (int dimension = 0; dimension < dimensions; dimension++) {
            ofWeights.scatter(dimension * words, written, written.length, zero, 0, 0);
            ofWeights.scatter(dimension * words, present, count, rows, dimension, dimensions);
        }
        written = Arrays.copyOf(present, count);
        return null;
    }

    private void add(double[] from, int first, double[] sums, int firstSum) {
        for (int i = 0; i < dimensions; i++) {
            sums[firstSum + i] += from[first + i];
        }
    }

    @Override
    public void forget() {
        written = IntStream.range(0, words).toArray();
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
