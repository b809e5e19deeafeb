package org.initbench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;

/**
 * One look for each initializer, by its place in the study's list: the same in every picture and on every page. Colours are
 * those of Okabe and Ito 2008, "Color Universal Design", without yellow, which white paper swallows, and then violet and
 * brown. Of 16 initializers no two have the same mark, of 9 no two the same colour; as the two counts have no common factor,
 * no two of 144 have both. Dashes change with every round of colours, so that no two of 36 lines look the same.
 */
public final class Palette {

    private static final List<Color> LIGHT = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000),
            new Color(0x8833EE),
            new Color(0x663311));
    private static final List<Color> DARK = List.of(
            new Color(0x3D9BE0),
            new Color(0xF07A2B),
            new Color(0x1FBF92),
            new Color(0xDE93BC),
            new Color(0xF0B429),
            new Color(0x8CCBF2),
            new Color(0xFFFFFF),
            new Color(0x9955FF),
            new Color(0xA0603A));
    private static final List<float[]> DASHES =
            List.of(new float[0], new float[] {14, 6}, new float[] {3, 6}, new float[] {14, 6, 3, 6});
    private static final int SIZE = 7;
    private static final float LINE = 4;

    private final List<String> initializers;

    /** A palette for these initializers, in the order of the study. */
    public Palette(List<String> initializers) {
        this.initializers = List.copyOf(initializers);
    }

    /** The colour on a light background, as in {@code #0072b2}. */
    public String light(String init) {
        return hex(color(init));
    }

    /** The colour on a dark background. */
    public String dark(String init) {
        return hex(DARK.get(place(init) % DARK.size()));
    }

    /** The mark as the path of an SVG, about eight pixels around the origin. */
    public String mark(String init) {
        return Marks.svg(place(init) % Marks.count());
    }

    /** How often all colours had been given away before this initializer; each time its line is dashed in another way. */
    public int round(String init) {
        return place(init) / LIGHT.size();
    }

    Color color(String init) {
        return LIGHT.get(place(init) % LIGHT.size());
    }

    Shape marker(String init) {
        return Marks.shape(place(init) % Marks.count());
    }

    BasicStroke stroke(String init) {
        float[] dash = DASHES.get(round(init) % DASHES.size());
        return dash.length == 0 ? solid(LINE) : dashed(LINE, dash);
    }

    static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashed(float width, float... dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private int place(String init) {
        return Math.max(0, initializers.indexOf(init));
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    /** The cross of something that was lost. */
    static Shape cross() {
        Path2D cross = new Path2D.Double();
        cross.moveTo(-SIZE - 2, -SIZE - 2);
        cross.lineTo(SIZE + 2, SIZE + 2);
        cross.moveTo(-SIZE - 2, SIZE + 2);
        cross.lineTo(SIZE + 2, -SIZE - 2);
        return cross;
    }
}
