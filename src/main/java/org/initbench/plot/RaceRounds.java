package org.initbench.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.initbench.plot.Sheet.Section;
import org.initbench.result.RunResults;
import org.initbench.stats.RaceRow;
import org.jfree.chart.plot.XYPlot;

/** Who left a race when: the mean of the study's metric so far, round by round; a panel for each variant. */
final class RaceRounds {

    private static final int MOST_PANELS_IN_A_ROW = 2;

    private final RunResults run;
    private final Palette palette;
    private final List<RaceRow> rows;

    private RaceRounds(RunResults run, Palette palette, List<RaceRow> rows) {
        this.run = run;
        this.palette = palette;
        this.rows = rows;
    }

    /** The sheet; none where nothing was raced. */
    static Stream<Sheet> sheets(RunResults run, Palette palette, List<RaceRow> rows) {
        return rows.stream().anyMatch(row -> row.round() > 0)
                ? Stream.of(new RaceRounds(run, palette, rows).sheet())
                : Stream.empty();
    }

    private Sheet sheet() {
        List<Panel> panels = run.variants().stream().map(this::panel).toList();
        int columns = Math.min(MOST_PANELS_IN_A_ROW, panels.size());
        return new Sheet(
                "race.png",
                run.title() + ": the race by " + Names.of(run.metric()),
                "Mean over the repetitions so far, each initializer at its own learning rate; ×: it left after that round.",
                columns,
                columns == 1 ? 860 : 600,
                List.of(new Section("", null, panels)),
                LegendItem.of(run.initializers(), palette));
    }

    private Panel panel(String variant) {
        List<RaceRow> own = rows.stream()
                .filter(row -> row.variant().equals(variant) && row.round() > 0)
                .toList();
        double[] means = own.stream()
                .map(RaceRow::mean)
                .flatMapToDouble(mean -> mean == null ? DoubleStream.empty() : DoubleStream.of(mean))
                .filter(Double::isFinite)
                .toArray();
        if (means.length == 0) {
            return Panel.empty(Names.ofVariant(variant), "no repetition completed");
        }
        double[] rounds = own.stream().mapToDouble(RaceRow::round).distinct().toArray();
        XYPlot plot = Axes.markers(Axes.marked("round", rounds), Axes.metric(run.metric(), means));
        List<String> notes = new ArrayList<>();
        run.initializers()
                .forEach(init -> draw(
                        plot,
                        init,
                        own.stream().filter(row -> row.init().equals(init)).toList(),
                        notes));
        return Panel.of(Names.ofVariant(variant), notes, plot);
    }

    private void draw(XYPlot plot, String init, List<RaceRow> own, List<String> notes) {
        if (own.isEmpty()) {
            return;
        }
        double[] x = own.stream().mapToDouble(RaceRow::round).toArray();
        double[] y = own.stream()
                .map(RaceRow::mean)
                .mapToDouble(mean -> mean == null ? Double.NaN : mean)
                .toArray();
        Series.line(plot, x, y, palette.color(init), palette.stroke(init), palette.marker(init));
        RaceRow last = own.get(own.size() - 1);
        boolean hasLeft = Stream.of("behind", "diverged", "failed", "skipped").anyMatch(last.state()::equals);
        if (hasLeft) {
            double[] end = {x[x.length - 1]};
            double[] at = {y[y.length - 1]};
            Series.points(plot, end, at, palette.color(init), Palette.cross(), false);
            notes.add(init + " left after round " + last.round() + ": " + last.state());
        }
    }
}
