package org.initbench.data;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * One hand: carries points of the unit square to pixel coordinates by a smooth random displacement (a cubic B-spline over
 * a lattice), then a random affine map. Plain arithmetic, so the same on every machine.
 */
final class DigitDistortion {

    private static final int LATTICE = 6;
    private static final double CELLS_PER_UNIT = 2;
    private static final double LATTICE_ORIGIN = -0.25;

    /** Standard deviation of the lattice's displacements, in heights of a digit: of a neat hand, and what haste adds. */
    private static final double NEAT = 0.11;

    private static final double HASTY = 0.2;

    /** In pixels. */
    private static final double HEIGHT = 18.5;

    private static final double WIDTH = 14.5;
    private static final double CENTRE = 13.5;
    private static final double SHIFT = 0.5;

    private static final double TILT = 0.1;
    private static final double SLANT = 0.08;
    private static final double SLANT_SPREAD = 0.17;
    private static final double WIDTH_SPREAD = 0.12;
    private static final double HEIGHT_SPREAD = 0.06;

    private final double[][] bend = new double[2][LATTICE * LATTICE];
    private final double[] affine = new double[6]; // the matrix row by row, then the centre

    /** The next hand that a generator gives. */
    DigitDistortion(UniformRandomProvider random) {
        double haste = random.nextDouble();
        double elastic = NEAT + HASTY * haste * haste * haste * haste;
        for (double[] axis : bend) {
            for (int i = 0; i < axis.length; i++) {
                axis[i] = elastic * bell(random);
            }
        }
        double tilt = TILT * bell(random);
        double shear = SLANT + SLANT_SPREAD * bell(random);
        double width = WIDTH * (1 + WIDTH_SPREAD * bell(random));
        double height = HEIGHT * (1 + HEIGHT_SPREAD * bell(random));
        // A rotation by the angle whose half has the tangent tilt / 2.
        double quarter = tilt * tilt / 4;
        double cosine = (1 - quarter) / (1 + quarter);
        double sine = tilt / (1 + quarter);
        affine[0] = cosine * width;
        affine[1] = -(cosine * shear + sine) * height;
        affine[2] = sine * width;
        affine[3] = (cosine - sine * shear) * height;
        affine[4] = CENTRE + SHIFT * bell(random);
        affine[5] = CENTRE + SHIFT * bell(random);
    }

    /** About standard normal: the sum of three uniform numbers, scaled; never beyond ±3. */
    static double bell(UniformRandomProvider random) {
        return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble()) - 3;
    }

    /** Where a point (x, y) of the unit square lies in the image: column and row in pixels. */
    double[] apply(double[] point) {
        double x = point[0] - 0.5 + displacement(bend[0], point);
        double y = point[1] - 0.5 + displacement(bend[1], point);
        return new double[] {
            affine[0] * x + affine[1] * y + affine[4], affine[2] * x + affine[3] * y + affine[5],
        };
    }

    private static double displacement(double[] lattice, double[] point) {
        double column = (point[0] - LATTICE_ORIGIN) * CELLS_PER_UNIT;
        double row = (point[1] - LATTICE_ORIGIN) * CELLS_PER_UNIT;
        double[] across = spline(column - (int) column);
        double[] down = spline(row - (int) row);
        double sum = 0;
        for (int i = 0; i < down.length; i++) {
            for (int j = 0; j < across.length; j++) {
                sum += down[i] * across[j] * lattice[((int) row + i) * LATTICE + (int) column + j];
            }
        }
        return sum;
    }

    /** Weights of the four nodes around a point at {@code t} between the middle two. */
    private static double[] spline(double t) {
        double rest = 1 - t;
        return new double[] {
            rest * rest * rest / 6,
            (3 * t * t * t - 6 * t * t + 4) / 6,
            (3 * rest * rest * rest - 6 * rest * rest + 4) / 6,
            t * t * t / 6,
        };
    }
}
