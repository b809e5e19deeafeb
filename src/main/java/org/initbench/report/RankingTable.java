package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.plot.Names;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.TrialResult;
import org.initbench.stats.Spread;
import org.initbench.stats.SummaryRow;
import org.initbench.stats.SummaryRow.ValueErrors;

/** Every initializer, the best of each variant first. */
final class RankingTable {

    /** A measure of how far predicted values are from those that they should be. */
    private record ErrorMeasure(String label, Function<ValueErrors, Spread> of) {}

    private static final List<ErrorMeasure> ERRORS = List.of(
            new ErrorMeasure("RMSE", ValueErrors::rmse),
            new ErrorMeasure("MAE", ValueErrors::mae),
            new ErrorMeasure("R²", ValueErrors::r2));

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
        columns.addAll(List.of(
                Column.text("standing"),
                Column.number("mean rank"),
                Column.number("95 % interval"),
                Column.text("trials"),
                Column.number("reached target")));
        for (Metric metric : metrics) {
            columns.add(Column.number(Names.of(metric)));
            columns.add(Column.number("95 % interval"));
        }
        if (hasErrors()) {
            columns.addAll(
                    ERRORS.stream().map(error -> Column.number(error.label())).toList());
        }
        columns.add(Column.text("in DL4J"));
        return new ReportTable(
                "ranking",
                "Ranking",
                "By " + Names.of(frame.run().metric()) + ", in the order of standing, then of the mean. "
                        + "Behind: some other one is ahead by the paired test, corrected for all pairs; tied: nobody is; "
                        + "undecided: below three repetitions. A rank is taken within each repetition among the initializers"
                        + (frame.hasRates() ? " at one learning rate, or each at its own best" : "")
                        + "; 1 is best, and a diverged trial ranks below every completed one. Means are over "
                        + "completed trials, with Student's intervals from three repetitions on. In DL4J: what draws the same "
                        + "law in every layer of this network."
                        + (hasErrors() ? " RMSE and MAE are in the unit of the values." : ""),
                frame.columns(columns.toArray(new Column[0])),
                rows(metrics));
    }

    /** At own best rates first where there are several, then at each rate, the best of each first. */
    private List<Row> rows(List<Metric> metrics) {
        List<Row> rows = new ArrayList<>();
        for (Field field : frame.atOwnRates()) {
            field.ordered().forEach(row -> {
                Double rate = field.ownRates().get(row.init());
                rows.add(
                        rate == null
                                ? ranked(field, row, Rate.ANY, row.learningRate(), metrics)
                                : ranked(field, row, Rate.OWN_BEST, rate, metrics));
            });
            if (frame.hasRates()) {
                List<SummaryRow> own = frame.statistics().summary().stream()
                        .filter(row -> row.variant().equals(field.variant()))
                        .toList();
                Field.ordered(own, field.metric()).stream()
                        .sorted(Comparator.comparingDouble(SummaryRow::learningRate))
                        .forEach(row ->
                                rows.add(ranked(field, row, Rate.of(row.learningRate()), row.learningRate(), metrics)));
            }
        }
        return rows;
    }

    private Row ranked(Field field, SummaryRow row, Rate shownAt, double rate, List<Metric> metrics) {
        List<String> cells = new ArrayList<>(List.of(row.variant(), row.init()));
        if (frame.hasRates()) {
            cells.add(frame.rate(rate, shownAt));
        }
        cells.add(row.standing() == null ? "" : row.standing().column());
        cells.add(Figures.of(row.rank().mean()));
        cells.add(Figures.range(row.rank().interval()));
        cells.add(trials(row.trials()));
        cells.add(reached(row));
        for (Metric metric : metrics) {
            Spread spread = row.of(metric);
            cells.add(Figures.of(spread.mean()));
            cells.add(Figures.range(spread.interval()));
        }
        if (hasErrors()) {
            ERRORS.forEach(
                    error -> cells.add(Figures.of(error.of().apply(errors(row)).mean())));
        }
        cells.add(field.code(row.init()).orElse(field.knowsCode(row.init()) ? "none" : ""));
        return new Row(row.variant(), shownAt, List.of(row.init()), frame.cells(cells.toArray(new String[0])));
    }

    /** Of the examples that the study is judged by. */
    private ValueErrors errors(SummaryRow row) {
        return frame.run().metric().isOfTest() ? row.testValues() : row.trainValues();
    }

    private boolean hasErrors() {
        return frame.statistics().summary().stream()
                .anyMatch(row -> errors(row).rmse().mean() != null);
    }

    private static String reached(SummaryRow row) {
        Long reached = row.target().reached();
        if (reached == null) {
            return "";
        }
        String count = reached + " of " + row.trials().all();
        return reached == 0
                ? count
                : count + ", median iteration " + Figures.of(row.target().iterationsMedian());
    }

    private static String trials(Endings endings) {
        return Stream.concat(Stream.of(endings.completed() + " completed"), endings.others().stream())
                .collect(Collectors.joining(", "));
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
}
