package org.initbench.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with a tick at each learning rate that was run, and its number where there is room for one. */
final class RateAxis extends LogAxis {

    /** Between two numbers, in pixels. */
    private static final double GAP = 14;

    private final double[] rates;

    /** Rates may come in any order, and more than once; all are positive. */
    RateAxis(String label, double[] rates) {
        super(label);
        this.rates = Arrays.stream(rates).distinct().sorted().toArray();
        setSmallestValue(Double.MIN_NORMAL);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (double rate : rates) {
            String number = Axes.plain(rate);
            double half = graphics.getFontMetrics(getTickLabelFont()).stringWidth(number) / 2.0;
            double middle = valueToJava2D(rate, area, edge);
            boolean fits = middle - half >= free;
            free = fits ? middle + half + GAP : free;
            ticks.add(new NumberTick(
                    TickType.MAJOR, rate, fits ? number : "", TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    // Two axes are equal where they show the same rates.

    @Override
    public boolean equals(Object other) {
        return other instanceof RateAxis axis && Arrays.equals(rates, axis.rates) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Arrays.hashCode(rates);
    }
}
