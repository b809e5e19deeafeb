package org.initbench.probe;

import java.lang.ref.Reference;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import org.initbench.network.NativeNumbers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The numbers of one tensor where they lie, or a copy of them, looked at in pieces that stay in a core's first cache. */
abstract sealed class Values {

    /** The numbers of a piece. */
    static final int PIECE = 1024;

    private final int length;
    private final boolean isCopy;

    /** Keeps the memory that is looked at; of a copy nothing has to. */
    private final Object owner;

    private int first;
    private int count;

    private Values(INDArray dense, boolean isCopy, Scratch scratch) {
        this.length = (int) dense.length();
        this.isCopy = isCopy;
        this.owner = isCopy ? scratch : dense;
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

    /** Where the piece begins in the array that it is in. */
    final int first() {
        return first;
    }

    /** How many values the piece has. */
    final int count() {
        return count;
    }

    /** Whether the array has all values, else the piece alone. */
    final boolean isCopy() {
        return isCopy;
    }

    /** Makes those from {@code from} to {@code to} the piece that is looked at, {@link #PIECE} of them at most. */
    final void load(int from, int to) {
        count = to - from;
        first = isCopy ? from : 0;
        if (!isCopy) {
            fetchKept(from, count, owner);
        }
    }

    /** Looks at one piece after the other. */
    final void forEachPiece(Runnable look) {
        for (int start = 0; start < length; start += PIECE) {
            load(start, Math.min(length, start + PIECE));
            look.run();
        }
    }

    private void fetchKept(int from, int many, Object kept) {
        try {
            fetch(from, many);
        } finally {
            Reference.reachabilityFence(kept);
        }
    }

    /** Fills the array where it has all values. */
    final void copyFrom(INDArray dense) {
        if (isCopy) {
            fetchKept(0, length, dense);
        }
    }

    /** Copies from memory to the beginning of the array. */
    abstract void fetch(int from, int many);

    /** Puts the values of the piece, divided, into a block. */
    abstract void read(double[] block);

    /** What the values of the piece come to; of floats the extremes are those of all pieces before it too. */
    abstract PieceSums sums();

    /** Whether any value of the piece is not 0. */
    abstract boolean isAlive();

    /** Counts all values. */
    void countInto(Histogram histogram, Scratch scratch) {
        double[] block = scratch.block();
        forEachPiece(() -> {
            read(block);
            for (int i = 0; i < count; i++) {
                histogram.add(block[i]);
            }
        });
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
        for (int start = 0; start < length; start += run) {
            for (int from = start; from < start + run && !alive[unit]; from += PIECE) {
                load(from, Math.min(start + run, from + PIECE));
                alive[unit] = isAlive();
            }
            unit = unit + 1 < alive.length ? unit + 1 : 0;
        }
    }

    /** In double precision. */
    private static final class Doubles extends Values {

        private final DoubleBuffer memory;
        private final double divisor;
        private final Scratch scratch;
        private final double[] array;

        Doubles(INDArray dense, double divisor, boolean isCopy, Scratch scratch) {
            super(dense, isCopy, scratch);
            this.memory = NativeNumbers.bytes(dense).asDoubleBuffer();
            this.divisor = divisor;
            this.scratch = scratch;
            this.array = isCopy ? scratch.doubles().lend(length()) : scratch.doublePiece();
            copyFrom(dense);
        }

        @Override
        void fetch(int from, int many) {
            memory.get(from, array, 0, many);
        }

        @Override
        void read(double[] block) {
            int first = first();
            for (int i = 0; i < count(); i++) {
                block[i] = array[first + i] / divisor;
            }
        }

        @Override
        PieceSums sums() {
            int count = count();
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
        boolean isAlive() {
            boolean isAlive = false;
            for (int i = first(); i < first() + count(); i++) {
                isAlive |= array[i] != 0;
            }
            return isAlive;
        }

        @Override
        void release() {
            if (isCopy()) {
                scratch.doubles().giveBack(length(), array);
            }
        }
    }

    /** In single precision, by their bits: integers that are ordered as the values are take fewer steps to compare. */
    private static final class Floats extends Values {

        /** From so many values on, a table of places is worth while. */
        private static final int MANY = 8192;

        private final IntBuffer memory;
        private final Scale scale;
        private final Scratch scratch;
        private final int[] bits;
        private final FloatExtremes extremes = new FloatExtremes();

        Floats(INDArray dense, Scale scale, boolean isCopy, Scratch scratch) {
            super(dense, isCopy, scratch);
            this.memory = NativeNumbers.bytes(dense).asIntBuffer();
            this.scale = scale;
            this.scratch = scratch;
            this.bits = isCopy ? scratch.ints().lend(length()) : scratch.intPiece();
            copyFrom(dense);
        }

        @Override
        void fetch(int from, int many) {
            memory.get(from, bits, 0, many);
        }

        @Override
        void read(double[] block) {
            int first = first();
            for (int i = 0; i < count(); i++) {
                block[i] = scale.of(Float.intBitsToFloat(bits[first + i]));
            }
        }

        @Override
        PieceSums sums() {
            int first = first();
            int count = count();
            extremes.add(bits, first, count);
            double one = extremes.isNumber() ? scale.of(extremes.least()) : Double.NaN;
            double other = extremes.isNumber() ? scale.of(extremes.greatest()) : Double.NaN;
            return new PieceSums(
                    count,
                    Deviations.of(bits, first, count).dividedBy(scale.divisor()),
                    Math.min(one, other),
                    Math.max(one, other),
                    FloatExtremes.zeros(bits, first, count));
        }

        @Override
        boolean isAlive() {
            int any = 0;
            for (int i = first(); i < first() + count(); i++) {
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
            forEachPiece(() -> places.count(bits, first(), count()));
            places.end();
        }

        @Override
        void release() {
            if (isCopy()) {
                scratch.ints().giveBack(length(), bits);
            }
        }
    }
}
