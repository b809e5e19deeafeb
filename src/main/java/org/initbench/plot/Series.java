package org.initbench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;

/** Adds lines, bands and points to a plot, each in a dataset of its own, so that later ones lie on top. */
final class Series {

    private static final float BAND = 0.15f;

    private Series() {}

    /** A line, with markers where a marker is given, broken where a value is not a number. */
    static void line(XYPlot plot, double[] x, double[] y, Color color, BasicStroke stroke, @Nullable Shape marker) {
        XYSeries series = new XYSeries("", false, true);
        for (int i = 0; i < x.length; i++) {
            series.add(x[i], y[i]);
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, marker != null);
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesStroke(0, stroke);
        renderer.setSeriesShape(0, marker == null ? new Rectangle() : marker);
        add(plot, new XYSeriesCollection(series), renderer);
    }

    /** Markers without a line. */
    static void points(XYPlot plot, double[] x, double[] y, Color color, Shape marker, boolean filled) {
        XYSeries series = new XYSeries("", false, true);
        for (int i = 0; i < x.length; i++) {
            series.add(x[i], y[i]);
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesShape(0, marker);
        renderer.setSeriesShapesFilled(0, filled);
        renderer.setSeriesOutlineStroke(0, Palette.solid(2.5f));
        renderer.setSeriesStroke(0, Palette.solid(2.5f));
        renderer.setUseOutlinePaint(false);
        add(plot, new XYSeriesCollection(series), renderer);
    }

    /** A band between two curves. */
    static void band(XYPlot plot, double[] x, double[] low, double[] high, Color color) {
        YIntervalSeries series = new YIntervalSeries("", false, true);
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(low[i]) && Double.isFinite(high[i])) {
                series.add(x[i], low[i], low[i], high[i]);
            }
        }
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        data.addSeries(series);
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setSeriesFillPaint(0, color);
        renderer.setAlpha(BAND);
        if (series.getItemCount() > 1) {
            add(plot, data, renderer);
        }
    }

    /** A horizontal interval with caps. */
    static void interval(XYPlot plot, double low, double high, double y, Color color) {
        XYIntervalSeries series = new XYIntervalSeries("");
        series.add((low + high) / 2, low, high, y, y, y);
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setSeriesPaint(0, color);
        renderer.setErrorPaint(color);
        renderer.setErrorStroke(Palette.solid(4));
        renderer.setCapLength(18);
        renderer.setSeriesShapesVisible(0, false);
        add(plot, data, renderer);
    }

    private static void add(XYPlot plot, XYDataset data, XYItemRenderer renderer) {
        int index = plot.getDatasetCount();
        while (plot.getRenderer(index) != null) {
            index++;
        }
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }
}
