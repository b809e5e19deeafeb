package org.initbench.probe;

import java.lang.ref.Reference;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The numbers of one tensor where they lie, or a copy of them, looked at in pieces that stay in a core's first cache. */
abstract sealed class Values {

    /** The numbers of a piece. */
    static final int PIECE = 1024;

    private final int length;

    private Values(INDArray dense) {
        this.length = (int) dense.length();
    }

    /**
     * A copy, which is good until {@link #release}.
     *
     * @param dense an array without gaps, float or double
     * @param divisor of each value
     */
    static Values copy(INDArray dense, double divisor, Scratch scratch) {
        return dense.dataType() == DataType.FLOAT
                ? new Floats(dense, Scale.by(divisor), true, scratch)
                : new Doubles(dense, divisor, true, scratch);
    }

    /** The numbers where they lie, and as they are when they are looked at. */
    static Values inPlace(INDArray dense, double divisor, Scratch scratch) {
        return dense.dataType() == DataType.FLOAT
                ? new Floats(dense, Scale.by(divisor), false, scratch)
                : new Doubles(dense, divisor, false, scratch);
    }

    final int length() {
        return length;
    }

    /** Makes those from {@code from} to {@code to} the piece that is looked at, {@link #PIECE} of them at most. */
    abstract void load(int from, int to);

    /** Puts the values of the piece, divided, into a block. */
    abstract void read(double[] block);

    /** What the values of the piece come to; of floats the extremes are those of all pieces before it too. */
    abstract PieceSums sums();

    /** Whether any value of the piece between these places is not 0. */
    abstract boolean isAlive(int from, int to);

    /** Counts all values. */
    void countInto(Histogram histogram, Scratch scratch) {
        double[] block = new double[PIECE];
        for (int start = 0; start < length; start += PIECE) {
            int end = Math.min(length, start + PIECE);
            load(start, end);
            read(block);
            for (int i = 0; i < end - start; i++) {
                histogram.add(block[i]);
            }
        }
    }

    /** Gives the memory of a copy back. */
    abstract void release();

    /**
     * Marks the units that have a value that is not 0.
     *
     * @param alive a mark for each unit
     * @param run how many values of a unit follow each other
     */
    final void markAlive(boolean[] alive, int run) {
        int unit = 0;
        int left = run;
        for (int start = 0; start < length; start += PIECE) {
            int size = Math.min(PIECE, length - start);
            load(start, start + size);
            for (int i = 0; i < size; ) {
                int some = Math.min(left, size - i);
                alive[unit] = alive[unit] || isAlive(i, i + some);
                i += some;
                left -= some;
                if (left == 0) {
                    left = run;
                    unit = unit + 1 < alive.length ? unit + 1 : 0;
                }
            }
        }
    }

    /** In double precision. */
    private static final class Doubles extends Values {

        /** Keeps the memory that is looked at; of a copy nothing has to. */
        private final Object owner;

        private final DoublePointer memory;
        private final double divisor;
        private final Scratch scratch;
        private final Optional<double[]> copy;
        private double[] piece;
        private int first;
        private int count;

        Doubles(INDArray dense, double divisor, boolean isCopied, Scratch scratch) {
            super(dense);
            this.owner = isCopied ? scratch : dense;
            this.memory = new DoublePointer(dense.data().addressPointer());
            this.divisor = divisor;
            this.scratch = scratch;
            this.piece = isCopied ? scratch.lendDoubles(length()) : scratch.doublePiece();
            this.copy = isCopied ? Optional.of(piece) : Optional.empty();
            if (isCopied) {
                copy(0, length(), dense);
            }
        }

        @Override
        void load(int from, int to) {
            count = to - from;
            first = copy.isPresent() ? from : 0;
            if (copy.isEmpty()) {
                copy(from, count, owner);
            }
        }

        private void copy(int from, int many, Object kept) {
            try {
                memory.position(from).get(piece, 0, many);
            } finally {
                Reference.reachabilityFence(kept);
            }
        }

        @Override
        void read(double[] block) {
            for (int i = 0; i < count; i++) {
                block[i] = piece[first + i] / divisor;
            }
        }

        @Override
        PieceSums sums() {
            double[] block = scratch.block();
            read(block);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            boolean isNumber = true;
            int zeros = 0;
            for (int i = 0; i < count; i++) {
                double value = block[i];
                low = value < low ? value : low;
                high = value > high ? value : high;
                zeros += value == 0 ? 1 : 0;
                isNumber &= !Double.isNaN(value);
            }
            return new PieceSums(
                    count,
                    Deviations.of(block, count),
                    isNumber ? low : Double.NaN,
                    isNumber ? high : Double.NaN,
                    zeros);
        }

        @Override
        boolean isAlive(int from, int to) {
            boolean isAlive = false;
            for (int i = first + from; i < first + to; i++) {
                isAlive |= piece[i] != 0;
            }
            return isAlive;
        }

        @Override
        void release() {
            copy.ifPresent(scratch::giveBack);
        }
    }

    /** In single precision, by their bits: integers that are ordered as the values are take fewer steps to compare. */
    private static final class Floats extends Values {

        /** From so many values on, a table of places is worth while. */
        private static final int MANY = 8192;

        /** Keeps the memory that is looked at; of a copy nothing has to. */
        private final Object owner;

        private final IntPointer memory;
        private final Scale scale;
        private final Scratch scratch;
        private final Optional<int[]> copy;
        private final int[] bits;
        private final FloatExtremes extremes = new FloatExtremes();
        private int first;
        private int count;

        Floats(INDArray dense, Scale scale, boolean isCopied, Scratch scratch) {
            super(dense);
            this.owner = isCopied ? scratch : dense;
            this.memory = new IntPointer(dense.data().addressPointer());
            this.scale = scale;
            this.scratch = scratch;
            this.bits = isCopied ? scratch.lendInts(length()) : scratch.intPiece();
            this.copy = isCopied ? Optional.of(bits) : Optional.empty();
            if (isCopied) {
                copy(0, length(), dense);
            }
        }

        @Override
        void load(int from, int to) {
            count = to - from;
            first = copy.isPresent() ? from : 0;
            if (copy.isEmpty()) {
                copy(from, count, owner);
            }
        }

        private void copy(int from, int many, Object kept) {
            try {
                memory.position(from).get(bits, 0, many);
            } finally {
                Reference.reachabilityFence(kept);
            }
        }

        @Override
        void read(double[] block) {
            if (scale.isExact()) {
                double factor = scale.factor();
                for (int i = 0; i < count; i++) {
                    block[i] = Float.intBitsToFloat(bits[first + i]) * factor;
                }
            } else {
                double divisor = scale.divisor();
                for (int i = 0; i < count; i++) {
                    block[i] = Float.intBitsToFloat(bits[first + i]) / divisor;
                }
            }
        }

        @Override
        PieceSums sums() {
            extremes.add(bits, first, count);
            double one = extremes.isNumber() ? scale.of(extremes.least()) : Double.NaN;
            double other = extremes.isNumber() ? scale.of(extremes.greatest()) : Double.NaN;
            Deviations deviations = deviations();
            return new PieceSums(
                    count,
                    deviations,
                    Math.min(one, other),
                    Math.max(one, other),
                    FloatExtremes.zeros(bits, first, count));
        }

        private Deviations deviations() {
            if (scale.isExact()) {
                return Deviations.of(bits, first, count, scale.factor());
            }
            double[] block = scratch.block();
            read(block);
            return Deviations.of(block, count);
        }

        @Override
        boolean isAlive(int from, int to) {
            int any = 0;
            for (int i = first + from; i < first + to; i++) {
                any |= bits[i] << 1;
            }
            return any != 0;
        }

        @Override
        void countInto(Histogram histogram, Scratch scratch) {
            if (length() < MANY || !FloatPlaces.hold(histogram)) {
                super.countInto(histogram, scratch);
                return;
            }
            FloatPlaces places = new FloatPlaces(histogram, scale, scratch);
            for (int start = 0; start < length(); start += PIECE) {
                load(start, Math.min(length(), start + PIECE));
                places.count(bits, first, count);
            }
            places.end();
        }

        @Override
        void release() {
            copy.ifPresent(scratch::giveBack);
        }
    }
}
