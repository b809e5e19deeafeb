package org.initbench.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;

/** A logarithmic axis with a tick at each value that was run, and its number where there is room for one. */
final class MarkedLogAxis extends LogAxis {

    private final double[] values;

    /** Values may come in any order, and more than once; all are positive. */
    MarkedLogAxis(String label, double[] values) {
        super(label);
        this.values = values.clone();
        setSmallestValue(Double.MIN_NORMAL);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return MarkedTicks.of(this, values, graphics, area, edge);
    }

    // Two axes are equal where they mark the same values.

    @Override
    public boolean equals(Object other) {
        return other instanceof MarkedLogAxis axis && Arrays.equals(values, axis.values) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Arrays.hashCode(values);
    }
}
