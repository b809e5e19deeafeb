package org.initbench.step;

import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.jspecify.annotations.Nullable;

/**
 * Where windows without gaps lie over a picture; of each, height and width.
 *
 * @param isSame whether padding is as much as keeps the size of what has stride 1
 */
record Windows(Pair kernel, Pair stride, Pair padding, boolean isSame) {

    static Optional<Windows> of(
            int[] kernel, int[] stride, int[] padding, int[] dilation, @Nullable ConvolutionMode mode) {
        boolean isKnown =
                mode != ConvolutionMode.Causal && Arrays.stream(dilation).allMatch(size -> size == 1);
        return isKnown
                ? Optional.of(
                        new Windows(Pair.of(kernel), Pair.of(stride), Pair.of(padding), mode == ConvolutionMode.Same))
                : Optional.empty();
    }

    /** Numbers for height and width. */
    record Pair(long height, long width) {
        private static Pair of(int[] both) {
            return new Pair(both[0], both[1]);
        }

        long[] array() {
            return new long[] {height, width};
        }
    }

    /** Whether what comes of a picture is as large as the picture. */
    boolean isOfSameSize() {
        boolean isKept = kernel.height == 2 * padding.height + 1 && kernel.width == 2 * padding.width + 1;
        return stride.height == 1 && stride.width == 1 && (isSame || isKept);
    }

    /** Height and width of what comes of a picture of this height and width. */
    private long[] outputs(long height, long width) {
        return new long[] {
            outputs(height, kernel.height, stride.height, padding.height),
            outputs(width, kernel.width, stride.width, padding.width)
        };
    }

    private long outputs(long size, long window, long step, long pad) {
        return isSame ? (size + step - 1) / step : (size + 2 * pad - window) / step + 1;
    }

    /** The shape of what comes of pictures of this shape (examples, channels, height, width), now with so many channels. */
    long[] shape(long[] given, long channels) {
        long[] sizes = outputs(given[2], given[3]);
        return new long[] {given[0], channels, sizes[0], sizes[1]};
    }

    /** Padding above and to the left, then below and to the right. */
    long[][] paddings(long height, long width) {
        if (!isSame) {
            return new long[][] {padding.array(), padding.array()};
        }
        long[] outputs = outputs(height, width);
        long rows = missing(height, outputs[0], kernel.height, stride.height);
        long columns = missing(width, outputs[1], kernel.width, stride.width);
        return new long[][] {{rows / 2, columns / 2}, {rows - rows / 2, columns - columns / 2}};
    }

    private static long missing(long size, long outputs, long window, long step) {
        return Math.max((outputs - 1) * step + window - size, 0);
    }
}
