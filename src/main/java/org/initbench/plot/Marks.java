package org.initbench.plot;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.List;
import java.util.Locale;

/** Marks that can be told apart at a size of twelve pixels without colour, in pictures and on the page. */
final class Marks {

    /** From the middle to the edge, in pixels of a picture. */
    private static final double SIZE = 8;

    private static final double HOLE = 0.58;

    private static final Path2D CIRCLE = circle(1);
    private static final Path2D SQUARE = polygon(-0.86, -0.86, 0.86, -0.86, 0.86, 0.86, -0.86, 0.86);
    private static final Path2D UP = polygon(0, -1.1, 1, 0.8, -1, 0.8);
    private static final Path2D DOWN = polygon(0, 1.1, -1, -0.8, 1, -0.8);
    private static final Path2D RIGHT = polygon(1.1, 0, -0.8, 1, -0.8, -1);
    private static final Path2D LEFT = polygon(-1.1, 0, 0.8, -1, 0.8, 1);
    private static final Path2D DIAMOND = polygon(0, -1.15, 1.15, 0, 0, 1.15, -1.15, 0);
    private static final Path2D HOURGLASS = polygon(-0.9, -1, 0.9, -1, -0.9, 1, 0.9, 1);
    private static final Path2D BOW_TIE = polygon(-1, -0.9, -1, 0.9, 1, -0.9, 1, 0.9);

    /** Filled ones first; a hollow one stands far from the filled one of its outline. */
    private static final List<Path2D> ALL = List.of(
            CIRCLE,
            SQUARE,
            UP,
            DIAMOND,
            DOWN,
            RIGHT,
            LEFT,
            plus(),
            star(),
            HOURGLASS,
            BOW_TIE,
            hollow(SQUARE, 0),
            hollow(CIRCLE, 0),
            hollow(DIAMOND, 0),
            hollow(UP, 0.17),
            hollow(DOWN, -0.17));

    private Marks() {}

    static int count() {
        return ALL.size();
    }

    /** A mark around the origin. */
    static Shape shape(int kind) {
        return ALL.get(kind);
    }

    /** The same as the path of an SVG. */
    static String svg(int kind) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator part = ALL.get(kind).getPathIterator(null); !part.isDone(); part.next()) {
            int type = part.currentSegment(points);
            path.append(
                    switch (type) {
                        case PathIterator.SEG_MOVETO -> "M" + text(points, 2);
                        case PathIterator.SEG_LINETO -> "L" + text(points, 2);
                        case PathIterator.SEG_CUBICTO -> "C" + text(points, 6);
                        case PathIterator.SEG_CLOSE -> "Z";
                        default -> throw new IllegalStateException("no mark has a segment of type " + type);
                    });
        }
        return path.toString();
    }

    private static String text(double[] points, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.1f", points[i]));
        }
        return text.toString();
    }

    /** In halves of the mark's size. */
    private static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(SIZE * points[0], SIZE * points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(SIZE * points[i], SIZE * points[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Path2D circle(double radius) {
        return new Path2D.Double(
                new Ellipse2D.Double(-SIZE * radius, -SIZE * radius, 2 * SIZE * radius, 2 * SIZE * radius));
    }

    private static Path2D plus() {
        double arm = 0.34;
        double end = 1.05;
        return polygon(
                -arm, -end, arm, -end, arm, -arm, end, -arm, end, arm, arm, arm, arm, end, -arm, end, -arm, arm, -end,
                arm, -end, -arm, -arm, -arm);
    }

    private static Path2D star() {
        double[] points = new double[20];
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? 1.25 : 0.5;
            points[2 * i] = radius * Math.sin(Math.PI * i / 5);
            points[2 * i + 1] = -radius * Math.cos(Math.PI * i / 5);
        }
        return polygon(points);
    }

    /** The outline with a hole of its own form, {@code shift} lower; mirrored, as what runs backwards is a hole by every rule. */
    private static Path2D hollow(Path2D outline, double shift) {
        Path2D hole = new Path2D.Double(outline);
        hole.transform(new AffineTransform(-HOLE, 0, 0, HOLE, 0, SIZE * shift));
        Path2D hollow = new Path2D.Double(outline);
        hollow.append(hole, false);
        return hollow;
    }
}
