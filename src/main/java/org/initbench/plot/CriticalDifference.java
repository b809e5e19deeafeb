package org.initbench.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.initbench.compare.Comparison;
import org.initbench.compare.RankRow;
import org.initbench.plot.Sheet.Section;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/**
 * The diagram of Demšar 2006, figure 1: an axis of mean ranks, the critical difference above it, and below it a bar over each group
 * that cannot be told apart.
 */
final class CriticalDifference {

    private static final Color INK = new Color(0x222222);
    private static final BasicStroke AXIS = Palette.solid(3);
    private static final BasicStroke LEADER = Palette.solid(2);
    private static final BasicStroke BAR = Palette.solid(10);

    /** Of the length of the axis, on either side of it: room for names. */
    private static final double SIDE = 0.55;

    /** Heights in rows of names. */
    private static final double RULER = 1.5;

    private static final double BARS = 0.45;
    private static final double BAR_STEP = 0.4;
    private static final int ROW = 48;

    private final Comparison comparison;
    private final Palette palette;
    private final XYPlot plot;
    private final double span;
    private final double firstName;

    private CriticalDifference(Comparison comparison, Palette palette) {
        this.comparison = comparison;
        this.palette = palette;
        int count = comparison.ranks().size();
        this.span = count - 1.0;
        this.firstName = -BARS - BAR_STEP * comparison.groups().size() - 0.4;
        int rows = (count + 1) / 2;
        double bottom = firstName - rows + 0.4;
        NumberAxis x = Axes.between("", 1 - SIDE * span, count + SIDE * span);
        NumberAxis y = Axes.between("", bottom, RULER + 1);
        x.setVisible(false);
        y.setVisible(false);
        this.plot = Axes.plot(x, y);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
    }

    static Sheet sheet(Comparison comparison, Palette palette) {
        return new CriticalDifference(comparison, palette).sheet();
    }

    private Sheet sheet() {
        drawAxis();
        drawRuler();
        drawGroups();
        List<RankRow> ranks = comparison.ranks();
        int left = (ranks.size() + 1) / 2;
        for (int i = 0; i < ranks.size(); i++) {
            boolean isLeft = i < left;
            drawName(ranks.get(i), firstName - (isLeft ? i : ranks.size() - 1 - i), isLeft);
        }
        double rows = plot.getRangeAxis().getRange().getLength();
        return new Sheet(
                "critical-difference.png",
                "Mean ranks over " + comparison.dataSets().size() + " data sets by " + Names.of(comparison.metric()),
                (comparison.isDifferent()
                                ? "The best on the left. Bar: initializers that cannot be told apart at 5 %, their mean "
                                        + "ranks differing by less than the critical difference CD (Nemenyi)."
                                : "The best on the left. The bar is over all of them, as Friedman's test finds no "
                                        + "difference at 5 %; CD: Nemenyi's critical difference.")
                        + " Whoever stands under no bar differs from everybody.",
                1,
                (int) Math.ceil(rows * ROW),
                List.of(new Section("", null, List.of(Panel.of("", List.of(), plot)))),
                List.of());
    }

    private void drawAxis() {
        line(1, 0, span + 1, 0, AXIS, INK);
        for (int rank = 1; rank <= span + 1; rank++) {
            line(rank, 0, rank, 0.22, AXIS, INK);
            text(String.valueOf(rank), rank, 0.6, TextAnchor.CENTER, INK);
        }
    }

    private void drawRuler() {
        double end = 1 + comparison.criticalDifference();
        line(1, RULER, end, RULER, AXIS, INK);
        line(1, RULER - 0.15, 1, RULER + 0.15, AXIS, INK);
        line(end, RULER - 0.15, end, RULER + 0.15, AXIS, INK);
        text(
                "CD = " + Axes.plain3(comparison.criticalDifference()),
                Math.min(1 + span, 1 + comparison.criticalDifference() / 2),
                RULER + 0.5,
                TextAnchor.CENTER,
                INK);
    }

    private void drawGroups() {
        double y = -BARS;
        for (List<RankRow> group : comparison.groups()) {
            double room = 0.008 * span;
            line(group.get(0).meanRank() - room, y, group.get(group.size() - 1).meanRank() + room, y, BAR, INK);
            y -= BAR_STEP;
        }
    }

    private void drawName(RankRow row, double y, boolean isLeft) {
        Color color = palette.color(row.init());
        double side = isLeft ? 1 - 0.03 * span : span + 1 + 0.03 * span;
        line(row.meanRank(), 0, row.meanRank(), y, LEADER, color);
        line(row.meanRank(), y, side, y, LEADER, color);
        String rank = String.format(Locale.ROOT, "%.2f", row.meanRank());
        String name = row.init().length() <= 30 ? row.init() : row.init().substring(0, 29) + "…";
        text(
                isLeft ? name + "  " + rank : rank + "  " + name,
                isLeft ? side - 0.01 * span : side + 0.01 * span,
                y,
                isLeft ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT,
                INK);
    }

    private void line(double x1, double y1, double x2, double y2, BasicStroke stroke, Color color) {
        plot.addAnnotation(new XYLineAnnotation(x1, y1, x2, y2, stroke, color));
    }

    private void text(String text, double x, double y, TextAnchor anchor, Color color) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, x, y);
        annotation.setFont(Text.LABEL);
        annotation.setPaint(color);
        annotation.setTextAnchor(anchor);
        plot.addAnnotation(annotation);
    }
}
