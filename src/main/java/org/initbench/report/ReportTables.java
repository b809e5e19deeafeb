package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.initbench.plot.Names;
import org.initbench.report.DocumentSection.Compared;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.stats.ComparisonRow;
import org.initbench.stats.RateRow;
import org.initbench.stats.RunStatistics;
import org.initbench.stats.Spread;
import org.initbench.stats.SummaryRow;

/** What a run's statistics look like as tables. */
final class ReportTables {

    private final RunResults run;
    private final RunStatistics statistics;
    private final boolean hasVariants;
    private final boolean hasRates;

    ReportTables(RunResults run, RunStatistics statistics) {
        this.run = run;
        this.statistics = statistics;
        this.hasVariants = run.variants().size() > 1;
        this.hasRates = run.learningRates().size() > 1;
    }

    /** Published figures beside measured ones. */
    ReportTable document(Compared compared) {
        List<Row> rows = compared.rows().stream()
                .map(row -> new Row(
                        row.variant(),
                        null,
                        true,
                        List.of(row.init()),
                        cells(
                                row.variant(),
                                row.init(),
                                row.quantity(),
                                String.valueOf(row.iteration()),
                                Figures.exact(row.document()),
                                Figures.exact(row.measured()),
                                agreement(row))))
                .toList();
        return new ReportTable(
                "document",
                "The published table",
                compared.matching() + " of " + Figures.count(compared.judged(), "judged figure")
                        + " agree. Figures that this run did not reach are not judged, nor those for which no tolerance can be "
                        + "promised. Source: " + compared.source() + ".",
                columns(
                        Column.text("initializer"),
                        Column.text("quantity"),
                        Column.number("iteration"),
                        Column.number("document"),
                        Column.number("measured"),
                        Column.text("agrees")),
                rows);
    }

    private static String agreement(DocumentRow row) {
        if (row.measured() == null) {
            return "not reached";
        }
        if (row.matches() == null) {
            return "not judged";
        }
        return row.matches() ? "yes" : "no";
    }

    /** Every initializer, the best of each variant first. */
    ReportTable ranking() {
        List<Metric> metrics = metrics();
        List<Column> columns = new ArrayList<>(List.of(Column.text("initializer")));
        if (hasRates) {
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
        for (String variant : run.variants()) {
            statistics.summary().stream()
                    .filter(row -> row.variant().equals(variant))
                    .sorted(Comparator.comparingDouble(ReportTables::rank))
                    .forEach(row -> rows.add(ranked(row, metrics)));
        }
        return new ReportTable(
                "ranking",
                "Ranking",
                "By " + Names.of(run.metric())
                        + ". A rank is taken within each repetition among the initializers at one "
                        + "learning rate; 1 is best, and a diverged trial ranks below every completed one. Means are over "
                        + "completed trials. Intervals are 95 % bootstrap intervals over repetitions, from three on.",
                columns(columns.toArray(new Column[0])),
                rows);
    }

    private Row ranked(SummaryRow row, List<Metric> metrics) {
        List<String> cells = new ArrayList<>(List.of(row.variant(), row.init()));
        if (hasRates) {
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
                isOwn(row.variant(), row.init(), row.learningRate()),
                List.of(row.init()),
                cells(cells.toArray(new String[0])));
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

    /** Every pair of initializers by the study's metric. */
    ReportTable comparisons() {
        List<Row> rows = statistics.comparisons().stream()
                .filter(row -> row.metric() == run.metric())
                .filter(row -> row.duels().pairs() > 0)
                .map(this::compared)
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.text("initializer"), Column.text("against")));
        if (hasRates) {
            columns.add(Column.number("learning rate"));
        }
        columns.addAll(List.of(
                Column.number("won, tied, lost"),
                Column.number("probability of improvement"),
                Column.number("95 % interval"),
                Column.number("sign test p"),
                Column.number("mean difference"),
                Column.number("95 % interval")));
        return new ReportTable(
                "comparisons",
                "Pair by pair",
                "By " + Names.of(run.metric())
                        + ", repetition by repetition. An interval that holds 0.5 (for the difference: 0) "
                        + "means that the two cannot be told apart. Nothing is corrected for the number of pairs.",
                columns(columns.toArray(new Column[0])),
                rows);
    }

    private Row compared(ComparisonRow row) {
        List<String> cells = new ArrayList<>(List.of(row.variant(), row.init(), row.other()));
        if (hasRates) {
            cells.add(Figures.rate(row.learningRate()));
        }
        cells.addAll(List.of(
                row.duels().wins() + ", " + row.duels().ties() + ", "
                        + row.duels().losses(),
                Figures.of(row.probabilityOfImprovement()),
                Figures.range(row.probabilityInterval()),
                row.signTestP() == null ? "" : Figures.probability(row.signTestP()),
                Figures.of(row.difference().mean()),
                Figures.range(row.difference().interval())));
        return new Row(
                row.variant(),
                row.learningRate(),
                isOwn(row.variant(), row.init(), row.learningRate())
                        || isOwn(row.variant(), row.other(), row.learningRate()),
                List.of(row.init(), row.other()),
                cells(cells.toArray(new String[0])));
    }

    /** Every initializer at every learning rate. */
    ReportTable rates() {
        List<Row> rows = statistics.rates().stream()
                .map(row -> new Row(
                        row.variant(),
                        null,
                        true,
                        List.of(row.init()),
                        cells(
                                row.variant(),
                                row.init(),
                                Figures.rate(row.learningRate()),
                                Figures.of(row.values().mean()),
                                Figures.range(row.values().interval()),
                                row.trials().diverged() + " of " + row.trials().all(),
                                row.isBest() ? "best" : "",
                                row.best() == null ? "" : Figures.of(row.best().rank()),
                                row.best() == null ? "" : Figures.of(row.best().sensitivity()))))
                .toList();
        return new ReportTable(
                "rates",
                "Learning rates",
                "Whether an initializer lost, or its learning rate did. The sensitivity is what a rate taken blindly costs on "
                        + "average, in units of the metric.",
                columns(
                        Column.text("initializer"),
                        Column.number("learning rate"),
                        Column.number(Names.of(run.metric())),
                        Column.number("95 % interval"),
                        Column.number("diverged"),
                        Column.text("own best"),
                        Column.number("rank at own best"),
                        Column.number("sensitivity")),
                rows);
    }

    /** Trials that did not complete, each with its reason. */
    ReportTable endings() {
        List<Row> rows = run.trials().stream()
                .filter(trial -> !(trial.outcome() instanceof Outcome.Completed))
                .map(trial -> new Row(
                        trial.key().variant(),
                        trial.key().learningRate(),
                        isOwn(
                                trial.key().variant(),
                                trial.key().init(),
                                trial.key().learningRate()),
                        List.of(trial.key().init()),
                        cells(
                                trial.key().variant(),
                                trial.key().init(),
                                Figures.rate(trial.key().learningRate()),
                                String.valueOf(trial.key().repetition()),
                                trial.outcome().status(),
                                trial.outcome().reason())))
                .toList();
        return new ReportTable(
                "endings",
                "Trials that did not complete",
                "",
                columns(
                        Column.text("initializer"),
                        Column.number("learning rate"),
                        Column.number("repetition"),
                        Column.text("ended"),
                        Column.text("reason")),
                rows);
    }

    private List<Metric> metrics() {
        return Stream.concat(
                        Stream.of(run.metric()), Stream.of(Metric.TEST_ACCURACY, Metric.TEST_LOSS, Metric.TRAIN_LOSS))
                .distinct()
                .filter(this::isMeasured)
                .toList();
    }

    private boolean isMeasured(Metric metric) {
        return run.trials().stream()
                .map((TrialResult trial) -> metric.of(trial.train(), trial.test()))
                .anyMatch(Objects::nonNull);
    }

    private boolean isOwn(String variant, String init, double rate) {
        return statistics.rates().isEmpty()
                || statistics.rates().stream()
                        .filter(row ->
                                row.variant().equals(variant) && row.init().equals(init))
                        .filter(RateRow::isBest)
                        .anyMatch(row -> row.learningRate() == rate);
    }

    private static double rank(SummaryRow row) {
        Double mean = row.rank().mean();
        return mean == null ? Double.POSITIVE_INFINITY : mean;
    }

    private List<Column> columns(Column... columns) {
        List<Column> all = new ArrayList<>(List.of(columns));
        if (hasVariants) {
            all.add(0, Column.text("variant"));
        }
        return all;
    }

    /** The first cell is the variant, which has no column where there is but one. */
    private List<String> cells(String... cells) {
        List<String> all = List.of(cells);
        return hasVariants ? all : all.subList(1, all.size());
    }
}
