package org.initbench.networkfile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;

/**
 * What one example of an input is.
 *
 * @param kind of it
 * @param size features, or channels; of ids how many there are
 * @param axes lengths beside that: steps of a sequence; height and width of a picture; depth, height and width of a volume;
 *     {@link #OPEN} where the file leaves one open
 * @param channelsLast whether features or channels follow the other axes
 */
public record InputShape(Kind kind, long size, List<Long> axes, boolean channelsLast) {

    /** A length that the file leaves open. */
    public static final long OPEN = -1;

    /** Kinds of input. */
    public enum Kind {
        /** A row of numbers. */
        FEATURES,
        /** A row of numbers for each step. */
        SEQUENCE,
        /** Channels of height and width. */
        PICTURE,
        /** Channels of depth, height and width. */
        VOLUME,
        /** Numbers of words: one, or one for each step. */
        IDS
    }

    /** Keeps its own axes. */
    public InputShape {
        axes = List.copyOf(axes);
    }

    static InputShape features(long size) {
        return new InputShape(Kind.FEATURES, size, List.of(), false);
    }

    /** Whether the file leaves a length open. */
    public boolean isOpen() {
        return axes.contains(OPEN);
    }

    /** The same with open lengths given: steps of sequences, sides of pictures and volumes. */
    public InputShape closed(long steps, long side) {
        long length = kind == Kind.PICTURE || kind == Kind.VOLUME ? side : steps;
        return withAxes(
                axes.stream().map(axis -> axis == OPEN ? (Long) length : axis).toList());
    }

    InputShape withAxes(List<Long> lengths) {
        return new InputShape(kind, size, lengths, channelsLast);
    }

    /** The shape of an array of so many examples; no length may be open. */
    public long[] arrayShape(long examples) {
        List<Long> shape = new ArrayList<>(axes);
        if (kind == Kind.IDS) {
            if (axes.isEmpty()) {
                shape.add(1L);
            }
        } else {
            shape.add(channelsLast ? shape.size() : 0, size);
        }
        return LongStream.concat(LongStream.of(examples), shape.stream().mapToLong(Long::longValue))
                .toArray();
    }

    /** DL4J's word for it; no length may be open. */
    public InputType type() {
        RNNFormat steps = channelsLast ? RNNFormat.NWC : RNNFormat.NCW;
        return switch (kind) {
            case FEATURES -> InputType.feedForward(size);
            case SEQUENCE -> InputType.recurrent(size, axes.get(0), steps);
            case PICTURE -> InputType.convolutional(
                    axes.get(0), axes.get(1), size, channelsLast ? CNN2DFormat.NHWC : CNN2DFormat.NCHW);
            case VOLUME -> InputType.convolutional3D(
                    channelsLast ? Convolution3D.DataFormat.NDHWC : Convolution3D.DataFormat.NCDHW,
                    axes.get(0),
                    axes.get(1),
                    axes.get(2),
                    size);
            case IDS -> axes.isEmpty() ? InputType.feedForward(1) : InputType.recurrent(1, axes.get(0));
        };
    }

    /** For people, as in {@code pictures of 1 x 28 x 28}. */
    public String description() {
        String lengths = axes.stream()
                .map(axis -> axis == OPEN ? "?" : String.valueOf(axis))
                .collect(Collectors.joining(" x "));
        return switch (kind) {
            case FEATURES -> size + (size == 1 ? " input" : " inputs");
            case SEQUENCE -> "sequences of " + size + (size == 1 ? " input" : " inputs") + ", " + steps(lengths);
            case PICTURE -> "pictures of " + size + " x " + lengths;
            case VOLUME -> "volumes of " + size + " x " + lengths;
            case IDS -> (axes.isEmpty() ? "an id" : "ids") + " below " + size
                    + (axes.isEmpty() ? "" : ", " + steps(lengths));
        };
    }

    private static String steps(String length) {
        return length + (length.equals("1") ? " step" : " steps");
    }
}
