package org.initbench.conformance;

import java.util.Locale;

/** What a rule divides its variance by, the usual ones first. */
public enum Fan {
    NONE,
    FAN_IN,
    FAN_OUT,
    FAN_AVG,
    FAN_GEO_AVG,
    /** As an orthogonal matrix does. */
    LARGER_SIDE,
    /** fan_out over the square of the stride. */
    STRIDED_FAN_OUT,
    /** The mean of fan_in and that. */
    STRIDED_FAN_AVG,
    /** The mean of channels in and out, whatever the kernel. */
    CHANNELS_AVG;

    /** Its value; fan_in and fan_out of a kernel count channels times kernel positions, whatever the stride. */
    double of(Shape shape) {
        double positions = Math.max(1, shape.kernelHeight() * shape.kernelWidth());
        double fanIn = shape.inputs() * positions;
        double fanOut = shape.units() * positions;
        double strided = fanOut / (shape.stride() * (double) shape.stride());
        return switch (this) {
            case NONE -> 1;
            case FAN_IN -> fanIn;
            case FAN_OUT -> fanOut;
            case FAN_AVG -> (fanIn + fanOut) / 2;
            case FAN_GEO_AVG -> Math.sqrt(fanIn * fanOut);
            case LARGER_SIDE -> Math.max(fanIn, shape.units());
            case STRIDED_FAN_OUT -> strided;
            case STRIDED_FAN_AVG -> (fanIn + strided) / 2;
            case CHANNELS_AVG -> (shape.inputs() + shape.units()) / 2.0;
        };
    }

    /** {@code fan_in}, … */
    public String text() {
        return switch (this) {
            case NONE, FAN_IN, FAN_OUT, FAN_AVG, FAN_GEO_AVG -> name().toLowerCase(Locale.ROOT);
            case LARGER_SIDE -> "max(units, fan_in)";
            case STRIDED_FAN_OUT -> "strided fan_out";
            case STRIDED_FAN_AVG -> "strided fan_avg";
            case CHANNELS_AVG -> "channel avg";
        };
    }

    /** What is unusual about it, as the end of a sentence about a rule. */
    String peculiarity() {
        return switch (this) {
            case STRIDED_FAN_OUT, STRIDED_FAN_AVG -> "divides fan_out by the stride";
            case CHANNELS_AVG -> "ignores the kernel size";
            default -> "goes by " + text();
        };
    }
}
