package org.initbench.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.initbench.compare.Comparison;
import org.initbench.compare.RankRow;
import org.initbench.plot.Sheet.Section;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** How often each initializer is how close to the best, and how often a trial reaches which accuracy: curves in steps. */
final class PerformanceProfiles {

    private static final double MOST = 100;

    private final Comparison comparison;
    private final Palette palette;

    private PerformanceProfiles(Comparison comparison, Palette palette) {
        this.comparison = comparison;
        this.palette = palette;
    }

    /** The sheet; none where neither profile can be drawn. */
    static Stream<Sheet> sheets(Comparison comparison, Palette palette) {
        return new PerformanceProfiles(comparison, palette).sheet();
    }

    private Stream<Sheet> sheet() {
        List<Panel> panels = new ArrayList<>();
        List<RankRow> ranks = comparison.ranks();
        boolean isAccuracy = comparison.metric().isAccuracy();
        if (ranks.stream().anyMatch(row -> !row.ratios().isEmpty())) {
            panels.add(ratios(isAccuracy ? "share of errors" : Names.of(comparison.metric())));
        }
        if (isAccuracy) {
            panels.add(scores());
        }
        return panels.isEmpty()
                ? Stream.empty()
                : Stream.of(new Sheet(
                        "performance-profiles.png",
                        "Performance profiles over " + comparison.dataSets().size() + " data sets",
                        (isAccuracy
                                        ? "Left: the share of data sets on which the mean is within a factor τ of the best "
                                                + "(Dolan and Moré 2002). Right: the share of trials above an accuracy "
                                                + "(Agarwal et al. 2021)."
                                        : "The share of data sets on which the mean is within a factor τ of the best (Dolan "
                                                + "and Moré 2002).")
                                + " Higher is better; what diverged never arrives.",
                        panels.size(),
                        700,
                        List.of(new Section("", null, panels)),
                        LegendItem.of(ranks.stream().map(RankRow::init).toList(), palette)));
    }

    private Panel ratios(String what) {
        double most = places(RankRow::ratios).max().orElse(1);
        ValueAxis x =
                Axes.log("τ: " + what + " / that of the best", new double[] {1, Math.min(MOST, Math.max(2, most))});
        XYPlot plot = Axes.plot(x, share("share of data sets"));
        double[] breaks = places(RankRow::ratios)
                .filter(ratio -> ratio <= MOST)
                .sorted()
                .distinct()
                .toArray();
        draw(plot, x, breaks, (row, tau) -> {
            Double share = row.withinFactor(tau);
            return share == null ? Double.NaN : share;
        });
        return Panel.of("within a factor of the best", List.of(), plot);
    }

    private Panel scores() {
        double[] breaks = places(
                        row -> row.scores().stream().flatMap(List::stream).toList())
                .sorted()
                .distinct()
                .toArray();
        ValueAxis x = Axes.metric(comparison.metric(), breaks);
        XYPlot plot = Axes.plot(x, share("share of trials above it"));
        draw(plot, x, breaks, RankRow::above);
        return Panel.of("trials above an accuracy", List.of(), plot);
    }

    private DoubleStream places(Function<RankRow, List<Double>> values) {
        return comparison.ranks().stream()
                .flatMap(row -> values.apply(row).stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite);
    }

    private static NumberAxis share(String label) {
        return Axes.between(label, -0.02, 1.02);
    }

    /** A step at each place where any curve has one, from one end of the axis to the other. */
    private void draw(XYPlot plot, ValueAxis axis, double[] breaks, BiFunction<RankRow, Double, Double> share) {
        List<RankRow> worstFirst = new ArrayList<>(comparison.ranks());
        Collections.reverse(worstFirst);
        for (RankRow row : worstFirst) {
            double[] x = new double[2 * breaks.length + 2];
            double[] y = new double[x.length];
            x[0] = axis.getLowerBound();
            y[0] = share.apply(row, x[0]);
            for (int i = 0; i < breaks.length; i++) {
                x[2 * i + 1] = breaks[i];
                y[2 * i + 1] = y[2 * i];
                x[2 * i + 2] = breaks[i];
                y[2 * i + 2] = share.apply(row, breaks[i]);
            }
            x[x.length - 1] = axis.getUpperBound();
            y[x.length - 1] = y[x.length - 2];
            Series.line(plot, x, y, palette.color(row.init()), palette.stroke(row.init()), null);
        }
    }
}
