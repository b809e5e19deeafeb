package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.initbench.plot.Names;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.Metric;
import org.initbench.result.TrialResult;
import org.initbench.stats.Spread;
import org.initbench.stats.SummaryRow;

/** Every initializer, the best of each variant first. */
final class RankingTable {

    private final TableFrame frame;

    private RankingTable(TableFrame frame) {
        this.frame = frame;
    }

    static ReportTable of(TableFrame frame) {
        return new RankingTable(frame).table();
    }

    private ReportTable table() {
        List<Metric> metrics = metrics();
        List<Column> columns = new ArrayList<>(List.of(Column.text("initializer")));
        if (frame.hasRates()) {
            columns.add(Column.number("learning rate"));
        }
        columns.add(Column.number("mean rank"));
        columns.add(Column.number("95 % interval"));
        for (Metric metric : metrics) {
            columns.add(Column.number(Names.of(metric)));
            columns.add(Column.number("95 % interval"));
        }
        columns.add(Column.number("reached target"));
        columns.add(Column.text("trials"));
        List<Row> rows = new ArrayList<>();
        for (String variant : frame.run().variants()) {
            frame.statistics().summary().stream()
                    .filter(row -> row.variant().equals(variant))
                    .sorted(Comparator.comparingDouble(RankingTable::rank))
                    .forEach(row -> rows.add(ranked(row, metrics)));
        }
        return new ReportTable(
                "ranking",
                "Ranking",
                "By " + Names.of(frame.run().metric())
                        + ". A rank is taken within each repetition among the initializers at one "
                        + "learning rate; 1 is best, and a diverged trial ranks below every completed one. Means are over "
                        + "completed trials. Intervals are 95 % bootstrap intervals over repetitions, from three on.",
                frame.columns(columns.toArray(new Column[0])),
                rows);
    }

    private Row ranked(SummaryRow row, List<Metric> metrics) {
        List<String> cells = new ArrayList<>(List.of(row.variant(), row.init()));
        if (frame.hasRates()) {
            cells.add(Figures.rate(row.learningRate()));
        }
        cells.add(Figures.of(row.rank().mean()));
        cells.add(Figures.range(row.rank().interval()));
        for (Metric metric : metrics) {
            Spread spread = row.of(metric);
            cells.add(Figures.of(spread.mean()));
            cells.add(Figures.range(spread.interval()));
        }
        Long reached = row.target().reached();
        cells.add(
                reached == null
                        ? ""
                        : reached + " of " + row.trials().all()
                                + (reached == 0
                                        ? ""
                                        : ", median iteration "
                                                + Figures.of(row.target().iterationsMedian())));
        cells.add(endings(row));
        return new Row(
                row.variant(),
                row.learningRate(),
                frame.isOwn(row.variant(), row.init(), row.learningRate()),
                List.of(row.init()),
                frame.cells(cells.toArray(new String[0])));
    }

    private static String endings(SummaryRow row) {
        List<String> endings = new ArrayList<>(List.of(row.trials().completed() + " completed"));
        addEnding(endings, row.trials().diverged(), "diverged");
        addEnding(endings, row.trials().failed(), "failed");
        addEnding(endings, row.trials().skipped(), "skipped");
        return String.join(", ", endings);
    }

    private static void addEnding(List<String> endings, long count, String ending) {
        if (count > 0) {
            endings.add(count + " " + ending);
        }
    }

    private List<Metric> metrics() {
        return Stream.concat(
                        Stream.of(frame.run().metric()),
                        Stream.of(Metric.TEST_ACCURACY, Metric.TEST_LOSS, Metric.TRAIN_LOSS))
                .distinct()
                .filter(this::isMeasured)
                .toList();
    }

    private boolean isMeasured(Metric metric) {
        return frame.run().trials().stream()
                .map((TrialResult trial) -> metric.of(trial.train(), trial.test()))
                .anyMatch(Objects::nonNull);
    }

    private static double rank(SummaryRow row) {
        Double mean = row.rank().mean();
        return mean == null ? Double.POSITIVE_INFINITY : mean;
    }
}
