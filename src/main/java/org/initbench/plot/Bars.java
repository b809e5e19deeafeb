package org.initbench.plot;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.XYPlot;

/** A histogram as a filled shape, or as the line around it. */
final class Bars {

    private Bars() {}

    static void fill(XYPlot plot, Rebinned histogram, Color color) {
        plot.addAnnotation(new XYPolygonAnnotation(polygon(histogram), null, null, color));
    }

    static void outline(XYPlot plot, Rebinned histogram, Color color) {
        plot.addAnnotation(new XYPolygonAnnotation(polygon(histogram), Palette.solid(2.5f), color, null));
    }

    private static double[] polygon(Rebinned histogram) {
        List<Double> counts = histogram.counts();
        double tallest = Math.max(histogram.tallest(), Double.MIN_NORMAL);
        double width = (histogram.high() - histogram.low()) / counts.size();
        double[] points = new double[4 * counts.size() + 4];
        points[0] = histogram.low();
        for (int i = 0; i < counts.size(); i++) {
            double height = counts.get(i) / tallest;
            points[4 * i + 2] = histogram.low() + i * width;
            points[4 * i + 3] = height;
            points[4 * i + 4] = histogram.low() + (i + 1) * width;
            points[4 * i + 5] = height;
        }
        points[points.length - 2] = histogram.high();
        return points;
    }
}
