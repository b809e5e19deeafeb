package org.initbench.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A tick at each of some values, with its number where that does not touch the one before. */
final class MarkedTicks {

    /** Between two numbers, in pixels. */
    private static final double GAP = 14;

    private MarkedTicks() {}

    static List<NumberTick> of(
            ValueAxis axis, double[] values, Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (double value : Arrays.stream(values).distinct().sorted().toArray()) {
            String number = Axes.plain(value);
            double half = graphics.getFontMetrics(axis.getTickLabelFont()).stringWidth(number) / 2.0;
            double middle = axis.valueToJava2D(value, area, edge);
            boolean fits = middle - half >= free;
            free = fits ? middle + half + GAP : free;
            ticks.add(new NumberTick(
                    TickType.MAJOR, value, fits ? number : "", TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
