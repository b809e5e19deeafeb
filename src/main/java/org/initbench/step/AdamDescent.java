package org.initbench.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Adam (Kingma and Ba 2015) in one pass over parameters, gradients and both moments, some at a time, so that each is taken from memory
 * once. The moments are those of DL4J's updater, the first one before the second.
 */
abstract class AdamDescent implements Descent {

    /** So many of the four arrays fit into a core's first cache. */
    private static final int AT_A_TIME = 1024;

    private final Adam adam;
    private final int count;
    private final List<WordsByAdam> putOff = new ArrayList<>();
    private List<Range> ranges;

    /** The same, at most {@link #AT_A_TIME} in each. */
    private List<Range> pieces;

    private AdamDescent(Adam adam, INDArray parameters) {
        this.adam = adam;
        this.count = (int) parameters.length();
        this.ranges = List.of(new Range(0, count));
        this.pieces = pieces(ranges);
    }

    private static List<Range> pieces(List<Range> ranges) {
        List<Range> pieces = new ArrayList<>();
        for (Range range : ranges) {
            for (int from = range.from(); from < range.to(); from += AT_A_TIME) {
                pieces.add(new Range(from, Math.min(from + AT_A_TIME, range.to())));
            }
        }
        return List.copyOf(pieces);
    }

    static Descent of(Adam adam, INDArray parameters, INDArray gradients, INDArray moments) {
        return parameters.dataType() == DataType.DOUBLE
                ? new InDoubles(adam, parameters, gradients, moments)
                : new InFloats(adam, parameters, gradients, moments);
    }

    @Override
    public boolean step(int examples, int iteration, int epoch) {
        double size = size(iteration, epoch);
        for (int piece = 0; piece < pieces.size(); piece++) {
            some(piece, pieces.get(piece), examples, size);
        }
        putOff.forEach(words -> words.step(examples, size));
        return true;
    }

    @Override
    public void stepShown(int examples, int iteration, int epoch) {
        settle();
        double size = size(iteration, epoch);
        pieces(List.of(new Range(0, count))).forEach(piece -> shown(piece, examples, size));
    }

    private double size(int iteration, int epoch) {
        double decay = 1 - Math.pow(adam.getBeta1(), iteration + 1);
        double decayOfSquares = 1 - Math.pow(adam.getBeta2(), iteration + 1);
        double rate = adam.getLearningRate(iteration, epoch) * Math.sqrt(decayOfSquares) / decay;
        // DL4J's puts epsilon in place of a step of no size.
        return rate == 0 || Double.isNaN(rate) ? adam.getEpsilon() : rate;
    }

    /** Has these updated with their own numbers from now on, which begin at a place. */
    final void leaveOut(WordsByAdam words, int first, int length) {
        putOff.add(words);
        ranges = ranges.stream()
                .flatMap(range -> without(range, first, first + length))
                .toList();
        pieces = pieces(ranges);
    }

    private static Stream<Range> without(Range range, int from, int to) {
        Range before = new Range(range.from(), Math.min(range.to(), Math.max(range.from(), from)));
        Range after = new Range(Math.max(range.from(), Math.min(range.to(), to)), range.to());
        return Stream.of(before, after).filter(left -> left.from() < left.to());
    }

    /** Updates those of a piece, the number of which is given too. */
    abstract void some(int piece, Range range, int examples, double rate);

    /** Updates those of a piece, by moments in the network's memory, and leaves what they change by in the place of their gradients. */
    abstract void shown(Range range, int examples, double rate);

    List<Range> pieces() {
        return pieces;
    }

    Adam adam() {
        return adam;
    }

    int count() {
        return count;
    }

    /** Keeps the moments in arrays of the JVM until they are settled, unless they are very many: two copies less of each. */
    private static final class InFloats extends AdamDescent {

        /** Parameters, of whose moments there is room for two arrays. */
        private static final int MOST = 10_000_000;

        private final FloatMemory parameters;
        private final FloatMemory gradients;
        private final FloatMemory moments;
        private final boolean isKeeping;
        private final float[] w = new float[AT_A_TIME];
        private final float[] g = new float[AT_A_TIME];

        /** First moments of each piece, where they are kept; of none until they are read. */
        private float[][] means = {};

        private float[][] squares = {};

        private final float[] someMeans = new float[AT_A_TIME];
        private final float[] someSquares = new float[AT_A_TIME];

        InFloats(Adam adam, INDArray parameters, INDArray gradients, INDArray moments) {
            super(adam, parameters);
            this.parameters = new FloatMemory(parameters);
            this.gradients = new FloatMemory(gradients);
            this.moments = new FloatMemory(moments);
            this.isKeeping = count() <= MOST;
        }

        @Override
        public void putOff(Words words) {
            INDArray weights = words.weights();
            if (WordsByAdam.serves(adam(), weights.length())) {
                int first = (int) weights.offset();
                int rows = (int) weights.size(0);
                int columns = (int) weights.size(1);
                WordsByAdam theirs = new WordsByAdam(adam(), parameters, moments, first, count(), rows, columns);
                words.leave(theirs);
                leaveOut(theirs, first, (int) weights.length());
            }
        }

        @Override
        void some(int piece, Range range, int examples, double rate) {
            if (!isKeeping) {
                once(range, examples, rate);
                return;
            }
            if (means.length == 0) {
                begin();
            }
            update(range, means[piece], squares[piece], examples, (float) rate);
        }

        @Override
        void shown(Range range, int examples, double rate) {
            once(range, examples, rate);
            gradients.write(range.from(), g, range.length());
        }

        private void once(Range range, int examples, double rate) {
            load(range, someMeans, someSquares);
            update(range, someMeans, someSquares, examples, (float) rate);
            store(range, someMeans, someSquares);
        }

        /** Updates, and leaves what parameters changed by in the gradients' array. */
        private void update(Range range, float[] m, float[] v, int examples, float step) {
            int many = range.length();
            parameters.read(range.from(), w, many);
            gradients.read(range.from(), g, many);
            float first = (float) adam().getBeta1();
            float ofFirst = (float) (1 - adam().getBeta1());
            float second = (float) adam().getBeta2();
            float ofSecond = (float) (1 - adam().getBeta2());
            float least = (float) adam().getEpsilon();
            float factor = inMean(many, examples);
            for (int i = 0; i < many; i++) {
                float slope = g[i] * factor;
                float mean = first * m[i] + ofFirst * slope;
                float square = second * v[i] + ofSecond * slope * slope;
                m[i] = mean;
                v[i] = square;
                float change = step * mean / ((float) Math.sqrt(square) + least);
                g[i] = change;
                w[i] -= change;
            }
            parameters.write(range.from(), w, many);
        }

        /** What gradients have yet to be multiplied by: the inverse of a power of two is exact, and spares a division. */
        private float inMean(int many, int examples) {
            if (Integer.bitCount(examples) == 1) {
                return 1f / examples;
            }
            for (int i = 0; i < many; i++) {
                g[i] /= examples;
            }
            return 1;
        }

        private void begin() {
            int count = pieces().size();
            means = new float[count][AT_A_TIME];
            squares = new float[count][AT_A_TIME];
            for (int piece = 0; piece < count; piece++) {
                load(pieces().get(piece), means[piece], squares[piece]);
            }
        }

        @Override
        public void settle() {
            for (int piece = 0; piece < means.length; piece++) {
                store(pieces().get(piece), means[piece], squares[piece]);
            }
            means = new float[0][];
            squares = new float[0][];
        }

        private void load(Range range, float[] m, float[] v) {
            moments.read(range.from(), m, range.length());
            moments.read(count() + range.from(), v, range.length());
        }

        private void store(Range range, float[] m, float[] v) {
            moments.write(range.from(), m, range.length());
            moments.write(count() + range.from(), v, range.length());
        }
    }

    private static final class InDoubles extends AdamDescent {

        private final Numbers parameters;
        private final Numbers gradients;
        private final Numbers moments;
        private final double[] w = new double[AT_A_TIME];
        private final double[] g = new double[AT_A_TIME];
        private final double[] m = new double[AT_A_TIME];
        private final double[] v = new double[AT_A_TIME];

        InDoubles(Adam adam, INDArray parameters, INDArray gradients, INDArray moments) {
            super(adam, parameters);
            this.parameters = Numbers.of(parameters);
            this.gradients = Numbers.of(gradients);
            this.moments = Numbers.of(moments);
        }

        @Override
        void some(int piece, Range range, int examples, double rate) {
            int from = range.from();
            int many = range.length();
            double first = adam().getBeta1();
            double second = adam().getBeta2();
            double least = adam().getEpsilon();
            parameters.read(from, w, many);
            gradients.read(from, g, many);
            moments.read(from, m, many);
            moments.read(count() + from, v, many);
            for (int i = 0; i < many; i++) {
                double slope = g[i] / examples;
                double mean = first * m[i] + (1 - first) * slope;
                double square = second * v[i] + (1 - second) * slope * slope;
                m[i] = mean;
                v[i] = square;
                double change = rate * mean / (Math.sqrt(square) + least);
                g[i] = change;
                w[i] -= change;
            }
            parameters.write(from, w, many);
            moments.write(from, m, many);
            moments.write(count() + from, v, many);
        }

        @Override
        void shown(Range range, int examples, double rate) {
            some(0, range, examples, rate);
            gradients.write(range.from(), g, range.length());
        }
    }
}
