package org.initbench.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis whose ticks are powers of ten, or rounder fractions of them where the range holds few. */
final class Logarithmic extends LogAxis {

    private static final int MOST = 7;
    private static final int FEWEST = 3;
    private static final double[][] STEPS = {{1, 2, 5}, {1, 1.5, 2, 3, 4, 5, 6, 8}};

    Logarithmic(String label) {
        super(label);
        setSmallestValue(Double.MIN_NORMAL);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return ticks(getLowerBound(), getUpperBound()).stream()
                .map(value -> new NumberTick(TickType.MAJOR, value, Axes.plain(value), anchor, TextAnchor.CENTER, 0))
                .toList();
    }

    /** Where ticks are set between two positive ends. */
    static List<Double> ticks(double low, double high) {
        int first = (int) Math.floor(Math.log10(low));
        int last = (int) Math.ceil(Math.log10(high));
        List<Double> decades = inside(new double[] {1}, first, last, low, high);
        int step = (decades.size() + MOST - 1) / MOST;
        if (step > 1) {
            int every = step;
            decades.removeIf(value -> Math.floorMod(Math.round(Math.log10(value)), every) != 0);
        }
        for (double[] steps : STEPS) {
            if (decades.size() < FEWEST) {
                decades = inside(steps, first, last, low, high);
            }
        }
        return decades;
    }

    private static List<Double> inside(double[] steps, int first, int last, double low, double high) {
        List<Double> values = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            for (double step : steps) {
                double value = Double.parseDouble(step + "e" + power);
                if (value >= low && value <= high) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
