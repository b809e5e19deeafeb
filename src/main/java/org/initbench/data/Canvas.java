package org.initbench.data;

import org.apache.commons.rng.UniformRandomProvider;

/** A square picture of three colour channels, painted layer over layer. Coordinates are in pixels, from a corner. */
final class Canvas {

    static final int SIDE = 32;
    static final int CHANNELS = 3;

    private static final int POINTS_PER_AXIS = 3;

    private final float[] values = new float[CHANNELS * SIDE * SIDE];

    /**
     * A region of the picture, inside a square.
     *
     * @param x centre of the square
     * @param y likewise
     * @param reach half a side of the square
     * @param inside which points of the square belong to the region
     */
    record Region(double x, double y, double reach, Points inside) {}

    /** A set of points. */
    interface Points {
        boolean contains(double x, double y);
    }

    /** (channels, height, width), in C order, each from 0 to 1 once {@link #addNoise} has been called. */
    float[] values() {
        return values;
    }

    /** Fills the picture with a blend of two colours that changes from one side to the other in a direction. */
    void fill(double[] from, double[] to, double angle) {
        double dx = StrictMath.cos(angle);
        double dy = StrictMath.sin(angle);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double along = ((column + 0.5) * dx + (row + 0.5) * dy) / SIDE - (dx + dy) / 2;
                blend(row, column, from, 1);
                blend(row, column, to, Math.min(1, Math.max(0, 0.5 + along)));
            }
        }
    }

    /** Paints a region in one colour, its edges smooth. */
    void paint(Region region, double[] colour) {
        for (int row = first(region.y(), region); row < end(region.y(), region); row++) {
            for (int column = first(region.x(), region); column < end(region.x(), region); column++) {
                blend(row, column, colour, covered(region.inside(), row, column));
            }
        }
    }

    private static int first(double centre, Region region) {
        return Math.max(0, (int) Math.floor(centre - region.reach()));
    }

    private static int end(double centre, Region region) {
        return Math.min(SIDE, (int) Math.ceil(centre + region.reach()));
    }

    /** The share of a pixel that a region covers, by a grid of points. */
    private static double covered(Points region, int row, int column) {
        int inside = 0;
        for (int i = 0; i < POINTS_PER_AXIS; i++) {
            for (int j = 0; j < POINTS_PER_AXIS; j++) {
                double x = column + (j + 0.5) / POINTS_PER_AXIS;
                double y = row + (i + 0.5) / POINTS_PER_AXIS;
                inside += region.contains(x, y) ? 1 : 0;
            }
        }
        return (double) inside / (POINTS_PER_AXIS * POINTS_PER_AXIS);
    }

    /** Adds uniform noise of at most {@code amplitude} to each value, then brings it back between 0 and 1. */
    void addNoise(double amplitude, UniformRandomProvider generator) {
        for (int i = 0; i < values.length; i++) {
            double noisy = values[i] + amplitude * generator.nextDouble(-1, 1);
            values[i] = (float) Math.min(1, Math.max(0, noisy));
        }
    }

    private void blend(int row, int column, double[] colour, double share) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            int at = (channel * SIDE + row) * SIDE + column;
            values[at] = (float) (values[at] * (1 - share) + colour[channel] * share);
        }
    }
}
