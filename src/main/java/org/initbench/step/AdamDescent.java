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

    /** Parameters from a place to another. */
    private record Range(int from, int to) {}

    private final Adam adam;
    private final int count;
    private final List<WordsByAdam> putOff = new ArrayList<>();
    private List<Range> ranges;

    private AdamDescent(Adam adam, INDArray parameters) {
        this.adam = adam;
        this.count = (int) parameters.length();
        this.ranges = List.of(new Range(0, count));
    }

    static Descent of(Adam adam, INDArray parameters, INDArray gradients, INDArray moments) {
        return parameters.dataType() == DataType.DOUBLE
                ? new InDoubles(adam, parameters, gradients, moments)
                : new InFloats(adam, parameters, gradients, moments);
    }

    @Override
    public boolean step(int examples, int iteration, int epoch) {
        double decay = 1 - Math.pow(adam.getBeta1(), iteration + 1);
        double decayOfSquares = 1 - Math.pow(adam.getBeta2(), iteration + 1);
        double rate = adam.getLearningRate(iteration, epoch) * Math.sqrt(decayOfSquares) / decay;
        // DL4J's puts epsilon in place of a step of no size.
        double size = rate == 0 || Double.isNaN(rate) ? adam.getEpsilon() : rate;
        for (Range range : ranges) {
            for (int from = range.from(); from < range.to(); from += AT_A_TIME) {
                some(from, Math.min(AT_A_TIME, range.to() - from), examples, size);
            }
        }
        putOff.forEach(words -> words.step(examples, size));
        return true;
    }

    /** Has these updated with their own numbers from now on, which begin at a place. */
    final void leaveOut(WordsByAdam words, int first, int length) {
        putOff.add(words);
        ranges = ranges.stream()
                .flatMap(range -> without(range, first, first + length))
                .toList();
    }

    private static Stream<Range> without(Range range, int from, int to) {
        Range before = new Range(range.from(), Math.min(range.to(), Math.max(range.from(), from)));
        Range after = new Range(Math.max(range.from(), Math.min(range.to(), to)), range.to());
        return Stream.of(before, after).filter(left -> left.from() < left.to());
    }

    abstract void some(int from, int many, int examples, double rate);

    Adam adam() {
        return adam;
    }

    int count() {
        return count;
    }

    private static final class InFloats extends AdamDescent {

        private final FloatMemory parameters;
        private final FloatMemory gradients;
        private final FloatMemory moments;
        private final float[] w = new float[AT_A_TIME];
        private final float[] g = new float[AT_A_TIME];
        private final float[] m = new float[AT_A_TIME];
        private final float[] v = new float[AT_A_TIME];

        InFloats(Adam adam, INDArray parameters, INDArray gradients, INDArray moments) {
            super(adam, parameters);
            this.parameters = new FloatMemory(parameters);
            this.gradients = new FloatMemory(gradients);
            this.moments = new FloatMemory(moments);
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
        void some(int from, int many, int examples, double rate) {
            float first = (float) adam().getBeta1();
            float ofFirst = (float) (1 - adam().getBeta1());
            float second = (float) adam().getBeta2();
            float ofSecond = (float) (1 - adam().getBeta2());
            float least = (float) adam().getEpsilon();
            float step = (float) rate;
            float size = examples;
            parameters.read(from, w, many);
            gradients.read(from, g, many);
            moments.read(from, m, many);
            moments.read(count() + from, v, many);
            for (int i = 0; i < many; i++) {
                float slope = g[i] / size;
                float mean = first * m[i] + ofFirst * slope;
                float square = second * v[i] + ofSecond * slope * slope;
                m[i] = mean;
                v[i] = square;
                w[i] -= step * mean / ((float) Math.sqrt(square) + least);
            }
            parameters.write(from, w, many);
            moments.write(from, m, many);
            moments.write(count() + from, v, many);
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
        void some(int from, int many, int examples, double rate) {
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
                w[i] -= rate * mean / (Math.sqrt(square) + least);
            }
            parameters.write(from, w, many);
            moments.write(from, m, many);
            moments.write(count() + from, v, many);
        }
    }
}
