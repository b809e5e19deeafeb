package org.initbench.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private int[] read = {};
    private int[] written = {};
    private double[] values = {};
    private double[] byColumns = {};

    Words(Map<String, INDArray> parameters, Map<String, INDArray> gradients) {
        this.vectors = Objects.requireNonNull(parameters.get(DefaultParamInitializer.WEIGHT_KEY));
        this.weights = Numbers.of(vectors);
        this.ofWeights = Numbers.of(Objects.requireNonNull(gradients.get(DefaultParamInitializer.WEIGHT_KEY)));
        Matrix matrix = Matrix.of(vectors);
        this.words = matrix.rows();
        this.dimensions = matrix.columns();
    }

    /** Of numbers of words, as sequences or as rows of (examples, steps), the vectors. */
    @Override
    public Signal forward(Signal in) {
        int examples = in.examples();
        int steps = in.steps() * in.units();
        reserve(examples * steps);
        in.numbers().read(0, values, read.length);
        boolean isByExamples = in.units() > 1;
        for (int step = 0; step < steps; step++) {
            for (int example = 0; example < examples; example++) {
                read[step * examples + example] =
                        (int) values[isByExamples ? example * steps + step : step * examples + example];
            }
        }
        for (int dimension = 0; dimension < dimensions; dimension++) {
            weights.gather(dimension * words, read, byColumns, dimension * read.length);
        }
        Numbers.turn(byColumns, values, dimensions, read.length);
        Signal out = rooms.computeIfAbsent(
                List.of(examples, steps), size -> Signal.ofSequences(vectors.dataType(), steps, examples, dimensions));
        out.numbers().write(0, values, read.length * dimensions);
        return out;
    }

    /** Most words are not in a minibatch: all others keep the zeros that they have. */
    @Override
    public @Nullable Signal backward(Signal gradient) {
        gradient.numbers().read(0, values, read.length * dimensions);
        Numbers.turn(values, byColumns, read.length, dimensions);
        double[] column = new double[words];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            for (int i = 0; i < read.length; i++) {
                column[read[i]] += byColumns[dimension * read.length + i];
            }
            if (written.length > 0) {
                ofWeights.scatter(dimension * words, written, column);
                ofWeights.scatter(dimension * words, read, column);
            } else {
                ofWeights.write(dimension * words, column, words);
            }
            for (int word : read) {
                column[word] = 0;
            }
        }
        written = read.clone();
        return null;
    }

    @Override
    public void forget() {
        written = new int[0];
    }

    private void reserve(int count) {
        if (read.length != count) {
            read = new int[count];
        }
        if (values.length < count * dimensions) {
            values = new double[count * dimensions];
            byColumns = new double[count * dimensions];
        }
    }
}
