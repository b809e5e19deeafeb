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

    private static final double HOLE = 0.55;
    private static final double BITE_AT = 0.55;
    private static final double BITE = 0.8;
    private static final double HALF_SIDE = 0.8;
    private static final double HALF_HOLE = 0.45;
    private static final double HALF_ARM = 0.26;
    private static final double NOTCH = 0.4;

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
            case TRIANGLE -> insideStar(x, y, 3, 0.5);
            case SQUARE -> longer <= HALF_SIDE;
            case FRAME -> longer <= HALF_SIDE && longer >= HALF_HOLE;
            case STAR -> insideStar(x, y, 5, NOTCH);
            case CROSS -> longer <= 1 && shorter <= HALF_ARM;
            case BAR -> Math.abs(x) <= 1 && Math.abs(y) <= HALF_ARM;
        };
    }

    /**
     * Whether a point is inside a star with corners on the unit circle and notches between them at a distance; it is a
     * triangle for 3 corners and 0.5. The star is turned and mirrored onto one half corner, whose edge is a straight line.
     */
    private static boolean insideStar(double x, double y, int corners, double notch) {
        double sector = StrictMath.PI / corners;
        double angle = Math.abs(StrictMath.IEEEremainder(StrictMath.atan2(y, x), 2 * sector));
        double radius = Math.sqrt(x * x + y * y);
        double along = radius * StrictMath.cos(angle);
        double across = radius * StrictMath.sin(angle);
        double notchAlong = notch * StrictMath.cos(sector);
        double notchAcross = notch * StrictMath.sin(sector);
        return (1 - along) * notchAcross >= across * (1 - notchAlong);
    }
}
