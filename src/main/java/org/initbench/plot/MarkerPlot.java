package org.initbench.plot;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/** A plot in which a marker at the very end of an axis is drawn as a whole. */
final class MarkerPlot extends XYPlot {

    /** The largest marker's half, in pixels. */
    private static final double ROOM = 18;

    MarkerPlot(ValueAxis x, ValueAxis y) {
        super(null, x, y, null);
    }

    @Override
    public boolean render(
            Graphics2D graphics,
            Rectangle2D area,
            int index,
            @Nullable PlotRenderingInfo info,
            @Nullable CrosshairState crosshair) {
        Shape clip = graphics.getClip();
        graphics.setClip(new Rectangle2D.Double(
                area.getX() - ROOM, area.getY() - ROOM, area.getWidth() + 2 * ROOM, area.getHeight() + 2 * ROOM));
        boolean hasData = super.render(graphics, area, index, info, crosshair);
        graphics.setClip(clip);
        return hasData;
    }
}
