package org.initbench.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.DoubleFunction;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/** A matrix as coloured cells. */
final class HeatMap {

    private static final int MOST_WRITTEN_COLUMNS = 8;
    private static final int MOST_WRITTEN_ROWS = 10;

    private HeatMap() {}

    /** Values by row from the bottom and column, over what the axes span. */
    static XYPlot plot(double[][] values, DoubleFunction<Color> scale, ValueAxis x, ValueAxis y) {
        XYPlot plot = Axes.plot(x, y);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        int height = values.length;
        int width = height == 0 ? 0 : values[0].length;
        if (width == 0) {
            return plot;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                image.setRGB(
                        column,
                        height - 1 - row,
                        scale.apply(values[row][column]).getRGB());
            }
        }
        XYLineAndShapeRenderer below = new XYLineAndShapeRenderer();
        below.addAnnotation(
                new XYDataImageAnnotation(
                        image,
                        x.getLowerBound(),
                        y.getLowerBound(),
                        x.getUpperBound() - x.getLowerBound(),
                        y.getUpperBound() - y.getLowerBound()),
                Layer.BACKGROUND);
        plot.setRenderer(0, below);
        return plot;
    }

    /** Writes shares into their cells, in per cent, where there is room. */
    static void write(XYPlot plot, double[][] shares, DoubleFunction<Color> scale) {
        if (shares.length > MOST_WRITTEN_ROWS || shares.length == 0 || shares[0].length > MOST_WRITTEN_COLUMNS) {
            return;
        }
        for (int row = 0; row < shares.length; row++) {
            for (int column = 0; column < shares[row].length; column++) {
                if (!Double.isNaN(shares[row][column])) {
                    XYTextAnnotation text = new XYTextAnnotation(percent(shares[row][column]), column, row);
                    text.setFont(Text.SMALL);
                    text.setPaint(Colors.inkOn(scale.apply(shares[row][column])));
                    plot.addAnnotation(text);
                }
            }
        }
    }

    /** A share as a whole number of per cent, except that a little is not nothing. */
    static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "<1";
        }
        return share < 1 && share >= 0.995 ? ">99" : String.valueOf(Math.round(100 * share));
    }
}
