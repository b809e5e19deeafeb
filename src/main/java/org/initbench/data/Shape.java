package org.initbench.data;

/** The classes of {@link Shapes}: figures around the origin, inside the unit circle or a little beyond. */
enum Shape {
    DISC,
    RING,
    HALF_DISC,
    CRESCENT,
    TRIANGLE,
    SQUARE,
    FRAME,
    STAR,
    CROSS,
    BAR;

    /** How far from the origin a figure may have points: the corners of a cross. */
    static final double REACH = 1.15;

    private static final double HOLE = 0.55;
    private static final double BITE_AT = 0.55;
    private static final double BITE = 0.8;
    private static final double HALF_SIDE = 0.8;
    private static final double HALF_HOLE = 0.45;
    private static final double HALF_ARM = 0.26;
    private static final double[][] TRIANGLE_CORNERS = star(3, 0.5);
    private static final double[][] STAR_CORNERS = star(5, 0.4);

    /** Whether a point belongs to the figure. */
    boolean contains(double x, double y) {
        double radius = Math.sqrt(x * x + y * y);
        double longer = Math.max(Math.abs(x), Math.abs(y));
        double shorter = Math.min(Math.abs(x), Math.abs(y));
        return switch (this) {
            case DISC -> radius <= 1;
            case RING -> radius <= 1 && radius >= HOLE;
            case HALF_DISC -> radius <= 1 && y >= 0;
            case CRESCENT -> radius <= 1 && (x - BITE_AT) * (x - BITE_AT) + y * y >= BITE * BITE;
            case TRIANGLE -> isInside(TRIANGLE_CORNERS, x, y);
            case SQUARE -> longer <= HALF_SIDE;
            case FRAME -> longer <= HALF_SIDE && longer >= HALF_HOLE;
            case STAR -> isInside(STAR_CORNERS, x, y);
            case CROSS -> longer <= 1 && shorter <= HALF_ARM;
            case BAR -> Math.abs(x) <= 1 && Math.abs(y) <= HALF_ARM;
        };
    }

    /** The corners (2·points, 2) of a star with points on the unit circle and notches between them at a distance. */
    private static double[][] star(int points, double notch) {
        double[][] corners = new double[2 * points][];
        for (int i = 0; i < corners.length; i++) {
            double radius = i % 2 == 0 ? 1 : notch;
            double angle = StrictMath.PI * i / points;
            corners[i] = new double[] {radius * StrictMath.sin(angle), -radius * StrictMath.cos(angle)};
        }
        return corners;
    }

    /** Whether a ray from the point to the right crosses an odd number of edges. */
    private static boolean isInside(double[][] corners, double x, double y) {
        boolean inside = false;
        double[] from = corners[corners.length - 1];
        for (double[] to : corners) {
            boolean isCrossed = (from[1] > y) != (to[1] > y);
            if (isCrossed && x < from[0] + (to[0] - from[0]) * (y - from[1]) / (to[1] - from[1])) {
                inside = !inside;
            }
            from = to;
        }
        return inside;
    }
}
