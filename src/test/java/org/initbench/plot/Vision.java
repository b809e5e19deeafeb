package org.initbench.plot;

import java.awt.Color;
import java.util.List;

/** How far apart colours are for an eye, in CIELAB. */
final class Vision {

    private static final Vision ORDINARY = new Vision(1, 0, 0, 0, 1, 0, 0, 0, 1);
    private static final Vision WITHOUT_RED =
            new Vision(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998);
    private static final Vision WITHOUT_GREEN =
            new Vision(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881);
    private static final Vision WITHOUT_BLUE =
            new Vision(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private static final double[] XYZ = {
        0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041
    };
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    private final double[] seen; // (seen, real) of linear red, green, blue

    private Vision(double... seen) {
        this.seen = seen;
    }

    /** Ordinary, and by Machado, Oliveira and Fernandes 2009 at severity 1. */
    static List<Vision> all() {
        return List.of(ORDINARY, WITHOUT_RED, WITHOUT_GREEN, WITHOUT_BLUE);
    }

    double distance(Color one, Color other) {
        double[] first = lab(one);
        double[] second = lab(other);
        return Math.sqrt(Math.pow(first[0] - second[0], 2)
                + Math.pow(first[1] - second[1], 2)
                + Math.pow(first[2] - second[2], 2));
    }

    private double[] lab(Color color) {
        double[] linear = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
        double[] rgb = times(seen, linear);
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.min(1, Math.max(0, rgb[i]));
        }
        double[] xyz = times(XYZ, rgb);
        double[] root = new double[3];
        for (int i = 0; i < 3; i++) {
            double share = xyz[i] / WHITE[i];
            root[i] = share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
        }
        return new double[] {116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])};
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double[] times(double[] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 9; i++) {
            product[i / 3] += matrix[i] * vector[i % 3];
        }
        return product;
    }
}
