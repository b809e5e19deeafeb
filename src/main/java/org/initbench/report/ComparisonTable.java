package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.plot.Names;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.stats.ComparisonRow;

/** Every pair of initializers by the study's metric. */
final class ComparisonTable {

    private final TableFrame frame;

    private ComparisonTable(TableFrame frame) {
        this.frame = frame;
    }

    static ReportTable of(TableFrame frame) {
        return new ComparisonTable(frame).table();
    }

    private ReportTable table() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("initializer"), Column.text("against")));
        if (frame.hasRates()) {
            columns.add(Column.number("learning rate"));
        }
        columns.addAll(List.of(
                Column.number("won, tied, lost"),
                Column.number("probability of improvement"),
                Column.number("95 % interval"),
                Column.number("sign test p"),
                Column.number("p"),
                Column.number("p corrected"),
                Column.number("mean difference"),
                Column.number("95 % interval")));
        return new ReportTable(
                "comparisons",
                "Pair by pair",
                "By " + Names.of(frame.run().metric())
                        + ", repetition by repetition. p: the paired t test, or the sign test where a trial diverged; "
                        + "corrected for all pairs, so that below 0.05 the two can be told apart. Intervals are for each pair "
                        + "on its own.",
                frame.columns(columns.toArray(new Column[0])),
                rows());
    }

    /** At own best rates first where there are several, then at each rate. */
    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Field field : frame.atOwnRates()) {
            Map<String, Double> own = field.ownRates();
            pairs(field.comparisons())
                    .forEach(row -> rows.add(
                            own.isEmpty()
                                    ? compared(row, Rate.ANY, "")
                                    : compared(row, Rate.OWN_BEST, bestRates(own, row))));
            if (frame.hasRates()) {
                pairs(frame.statistics().comparisons())
                        .filter(row -> row.metric() == frame.run().metric())
                        .filter(row -> row.variant().equals(field.variant()))
                        .forEach(row ->
                                rows.add(compared(row, Rate.of(row.learningRate()), Figures.rate(row.learningRate()))));
            }
        }
        return rows;
    }

    private static Stream<ComparisonRow> pairs(List<ComparisonRow> rows) {
        return rows.stream().filter(row -> row.duels().pairs() > 0);
    }

    private static String bestRates(Map<String, Double> own, ComparisonRow row) {
        return Stream.of(row.init(), row.other())
                        .map(init -> Figures.rate(own.getOrDefault(init, Double.NaN)))
                        .distinct()
                        .collect(Collectors.joining(" against "))
                + " (own best)";
    }

    private Row compared(ComparisonRow row, Rate shownAt, String rates) {
        List<String> cells = new ArrayList<>(List.of(row.variant(), row.init(), row.other()));
        if (frame.hasRates()) {
            cells.add(rates);
        }
        cells.addAll(List.of(
                row.duels().wins() + ", " + row.duels().ties() + ", "
                        + row.duels().losses(),
                Figures.of(row.probabilityOfImprovement()),
                Figures.range(row.probabilityInterval()),
                row.signTestP() == null ? "" : Figures.probability(row.signTestP()),
                row.test() == null ? "" : Figures.probability(row.test().p()),
                row.pHolm() == null ? "" : Figures.probability(row.pHolm()),
                Figures.of(row.difference().mean()),
                Figures.range(row.difference().interval())));
        return new Row(
                row.variant(), shownAt, List.of(row.init(), row.other()), frame.cells(cells.toArray(new String[0])));
    }
}
