package org.initbench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initbench.plot.Names;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.stats.RaceRow;

/** How far each initializer came in a race. */
final class RaceTable {

    private RaceTable() {}

    static ReportTable of(TableFrame frame, List<RaceRow> race) {
        Map<List<String>, RaceRow> last = new LinkedHashMap<>();
        race.forEach(row -> last.put(List.of(row.variant(), row.init()), row));
        return new ReportTable(
                "race",
                "Race",
                "Each round gave everyone who was still in one more repetition at its own learning rate. From the fifth on, whoever "
                        + "was behind another one left: its p-value, corrected for all pairs and all looks, was below 0.05. Mean and "
                        + "rank are those of its last round; race.csv has every round.",
                frame.columns(
                        Column.text("initializer"),
                        Column.text("state"),
                        Column.number("last round"),
                        Column.number("learning rate"),
                        Column.number("repetitions"),
                        Column.number(Names.of(frame.run().metric())),
                        Column.number("mean rank"),
                        Column.number("p")),
                last.values().stream()
                        .sorted(RaceRow.farthestFirst())
                        .map(row -> row(frame, row))
                        .toList());
    }

    private static Row row(TableFrame frame, RaceRow row) {
        return new Row(
                row.variant(),
                Rate.ANY,
                frame.shown(row.init()),
                frame.cells(
                        row.variant(),
                        row.init(),
                        row.state(),
                        row.round() == 0 ? "" : String.valueOf(row.round()),
                        row.learningRate() == null ? "" : Figures.of(row.learningRate()),
                        row.round() == 0 ? "" : String.valueOf(row.repetitions()),
                        Figures.of(row.mean()),
                        Figures.of(row.meanRank()),
                        row.p() == null ? "" : Figures.probability(row.p())));
    }
}
