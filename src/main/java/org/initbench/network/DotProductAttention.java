package org.initbench.network;

import java.util.function.IntPredicate;

/**
 * Scaled dot-product attention of all heads, softmax(q·k/√s)·v with heads of size s, and back. Arrays are (sequences · steps, heads · s) row by row,
 * a head's columns together. Vaswani et al. 2017, eq. 1.
 */
final class DotProductAttention {

    private final Sizes sizes;
    private final Inputs inputs;

    /** Of each step of each head of each sequence, how much it attends to each step: (sequences, heads, steps, steps). */
    private final double[] weights;

    private final double[] outputs;

    /** How much there is of what. */
    record Sizes(int sequences, int steps, int heads, int headSize) {

        private int at(int row, int column) {
            return row * heads * headSize + column;
        }
    }

    /** What goes into attention, or the gradients by it. */
    static final class Inputs {

        private final double[] queries;
        private final double[] keys;
        private final double[] values;

        Inputs(double[] queries, double[] keys, double[] values) {
            this.queries = queries;
            this.keys = keys;
            this.values = values;
        }

        double[] queries() {
            return queries;
        }

        double[] keys() {
            return keys;
        }

        double[] values() {
            return values;
        }
    }

    private interface Query {

        /** Its row, its first column, the first row of its sequence, where its weights begin. */
        void at(int row, int column, int first, int weight);
    }

    /**
     * Goes forward.
     *
     * @param isPadding whether a row is none that may be attended to
     */
    DotProductAttention(Sizes sizes, Inputs inputs, IntPredicate isPadding) {
        this.sizes = sizes;
        this.inputs = inputs;
        weights = new double[sizes.sequences * sizes.heads * sizes.steps * sizes.steps];
        outputs = new double[inputs.values.length];
        forEachQuery((row, column, first, weight) -> {
            weigh(row, column, first, weight, isPadding);
            for (int other = 0; other < sizes.steps; other++) {
                add(
                        outputs,
                        sizes.at(row, column),
                        weights[weight + other],
                        inputs.values,
                        sizes.at(first + other, column));
            }
        });
    }

    /** What the heads put out, side by side. */
    double[] outputs() {
        return outputs;
    }

    /** Gradients by the inputs, given that by the outputs. With weights p, scores s and g = ∂L/∂p: ∂L/∂s = p·(g − Σ p·g). */
    Inputs backward(double[] gradient) {
        int size = outputs.length;
        Inputs below = new Inputs(new double[size], new double[size], new double[size]);
        double[] slopes = new double[sizes.steps];
        double scale = 1 / Math.sqrt(sizes.headSize);
        forEachQuery((row, column, first, weight) -> {
            int query = sizes.at(row, column);
            double mean = 0;
            for (int other = 0; other < sizes.steps; other++) {
                int key = sizes.at(first + other, column);
                slopes[other] = dot(gradient, query, inputs.values, key);
                mean += weights[weight + other] * slopes[other];
                add(below.values, key, weights[weight + other], gradient, query);
            }
            for (int other = 0; other < sizes.steps; other++) {
                int key = sizes.at(first + other, column);
                double slope = weights[weight + other] * (slopes[other] - mean) * scale;
                add(below.queries, query, slope, inputs.keys, key);
                add(below.keys, key, slope, inputs.queries, query);
            }
        });
        return below;
    }

    private void forEachQuery(Query query) {
        int weight = 0;
        for (int sequence = 0; sequence < sizes.sequences; sequence++) {
            int first = sequence * sizes.steps;
            for (int head = 0; head < sizes.heads; head++) {
                for (int step = 0; step < sizes.steps; step++) {
                    query.at(first + step, head * sizes.headSize, first, weight);
                    weight += sizes.steps;
                }
            }
        }
    }

    /** The softmax of scores less the largest one; 0 where there is padding. */
    private void weigh(int row, int column, int first, int weight, IntPredicate isPadding) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < sizes.steps; other++) {
            double score = isPadding.test(first + other)
                    ? Double.NEGATIVE_INFINITY
                    : dot(inputs.queries, sizes.at(row, column), inputs.keys, sizes.at(first + other, column))
                            / Math.sqrt(sizes.headSize);
            weights[weight + other] = score;
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int at = weight; at < weight + sizes.steps; at++) {
            weights[at] = Math.exp(weights[at] - largest);
            sum += weights[at];
        }
        for (int at = weight; at < weight + sizes.steps; at++) {
            weights[at] /= sum;
        }
    }

    private double dot(double[] one, int at, double[] other, int place) {
        double sum = 0;
        for (int i = 0; i < sizes.headSize; i++) {
            sum += one[at + i] * other[place + i];
        }
        return sum;
    }

    private void add(double[] sum, int at, double factor, double[] other, int place) {
        for (int i = 0; i < sizes.headSize; i++) {
            sum[at + i] += factor * other[place + i];
        }
    }
}
