package org.initbench.data;

import java.util.Arrays;

/** A square of pixels on which a round pen draws lines. Coordinates are those of pixel centres, from 0. */
final class DigitCanvas {

    /** Half the width of the border of a line, over which the ink fades, in pixels. */
    private static final double SOFTNESS = 0.6;

    private final int side;
    private final double[] ink;

    /** An empty canvas of {@code side} × {@code side} pixels. */
    DigitCanvas(int side) {
        this.side = side;
        this.ink = new double[side * side];
    }

    void clear() {
        Arrays.fill(ink, 0);
    }

    /** Ink at a pixel, counted row by row: from 0 to 1. */
    double ink(int position) {
        return ink[position];
    }

    /**
     * Draws a line between two points (column, row); what lies outside is cut off.
     *
     * @param radius of the pen, in pixels
     */
    void line(double[] from, double[] to, double radius) {
        double reach = radius + SOFTNESS;
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double squaredLength = Math.max(dx * dx + dy * dy, Double.MIN_NORMAL);
        int top = clip(Math.ceil(Math.min(from[1], to[1]) - reach));
        int bottom = clip(Math.floor(Math.max(from[1], to[1]) + reach) + 1);
        int left = clip(Math.ceil(Math.min(from[0], to[0]) - reach));
        int right = clip(Math.floor(Math.max(from[0], to[0]) + reach) + 1);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                double x = column - from[0];
                double y = row - from[1];
                double along = Math.min(1, Math.max(0, (x * dx + y * dy) / squaredLength));
                double aside = x - along * dx;
                double above = y - along * dy;
                double distance = Math.sqrt(aside * aside + above * above);
                double darkness = Math.min(1, (reach - distance) / (2 * SOFTNESS));
                ink[row * side + column] = Math.max(ink[row * side + column], darkness);
            }
        }
    }

    private int clip(double position) {
        return (int) Math.min(side, Math.max(0, position));
    }
}
