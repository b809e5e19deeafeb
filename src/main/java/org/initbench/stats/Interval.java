package org.initbench.stats;

/** The ends of a 95 % interval. */
public record Interval(double low, double high) {

    /** The part of it that lies between two bounds, where the quantity cannot lie outside of them. */
    Interval within(double least, double most) {
        return new Interval(Math.max(least, low), Math.min(most, high));
    }
}
