package org.initbench.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.initbench.check.CheckRow;
import org.initbench.check.CheckVerdict;
import org.initbench.document.DocumentRow;
import org.initbench.document.DocumentSection;
import org.initbench.document.DocumentSection.Compared;
import org.initbench.document.DocumentSection.NotComparable;
import org.initbench.report.Report;
import org.initbench.result.FigureSummary;
import org.initbench.result.LayerFigure;
import org.initbench.result.MeasuredLayers;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.RunFileNames;
import org.initbench.result.RunResults;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.Interval;
import org.initbench.stats.RaceRow;
import org.initbench.stats.SummaryRow;
import org.jspecify.annotations.Nullable;

/** Prints what a run came to. */
final class RunConsole {

    private final PrintWriter out;

    RunConsole(PrintWriter out) {
        this.out = out;
    }

    /** The initializers, whatever did not complete, the published table, where the report is, and what the run comes to. */
    void print(Report report) {
        List<TrialResult> trials = report.run().results().trials();
        if (report.run().results().isCheck()) {
            printCheck(report.run().checks());
        } else if (report.run().recommendation() != null) {
            printRace(report.statistics().race());
        } else {
            printSummary(report);
            printActivations(report.run().results());
        }
        printNotCompleted(trials);
        DocumentSection document = report.document();
        if (document instanceof Compared compared) {
            printDocument(compared);
        } else if (document instanceof NotComparable difference) {
            out.println("not compared with the document: " + difference.reason());
        }
        out.println("results: " + report.run().folder());
        out.println(
                "report: " + report.run().folder().resolve(RunFileNames.PAGE).toUri());
        report.verdict().lastWords().forEach(out::println);
    }

    /** What a check found. */
    private void printCheck(List<CheckRow> rows) {
        TextTable.print(
                out,
                rows,
                List.of(
                        TextTable.left("initializer", row -> name(row.variant(), row.init())),
                        TextTable.right("signal", row -> TextTable.number(row.signalRatio())),
                        TextTable.right("gradient", row -> TextTable.number(row.gradientRatio())),
                        TextTable.right("dead", row -> TextTable.number(row.deadUnitFraction())),
                        TextTable.right("saturated", row -> TextTable.number(row.saturatedFraction())),
                        TextTable.right("distinct", row -> TextTable.number(row.distinctUnitFraction())),
                        TextTable.right("update", row -> TextTable.number(row.updateRatio())),
                        TextTable.right("first loss", row -> TextTable.number(row.firstLoss())),
                        TextTable.right("chance", row -> TextTable.number(row.chanceLoss())),
                        TextTable.left("verdict", row -> row.verdict().column())));
        rows.stream()
                .filter(row -> row.verdict() != CheckVerdict.FINE)
                .forEach(row -> out.println(
                        name(row.variant(), row.init()) + " is " + row.verdict().column() + ": " + row.reason()));
    }

    /** How far each initializer came, those who came farthest first. */
    private void printRace(List<RaceRow> rows) {
        Map<List<String>, RaceRow> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(List.of(row.variant(), row.init()), row));
        TextTable.print(
                out,
                last.values().stream().sorted(RaceRow.farthestFirst()).toList(),
                List.of(
                        TextTable.left("initializer", row -> name(row.variant(), row.init())),
                        TextTable.left("state", RaceRow::state),
                        TextTable.right("round", row -> count(row.round())),
                        TextTable.right("rate", row -> TextTable.number(row.learningRate())),
                        TextTable.right("mean", row -> TextTable.number(row.mean())),
                        TextTable.right("mean rank", row -> TextTable.number(row.meanRank())),
                        TextTable.right("p", row -> TextTable.number(row.p()))));
    }

    /** What was trained, each initializer by the study's metric. */
    private void printSummary(Report report) {
        Metric metric = report.run().results().metric();
        List<SummaryRow> rows = report.ordered().stream()
                .filter(row -> row.trainLoss().mean() != null || row.trials().diverged() > 0)
                .toList();
        boolean severalRates = report.run().results().learningRates().size() > 1;
        TextTable.print(
                out,
                rows,
                List.of(
                        TextTable.left("initializer", row -> name(row.variant(), row.init())),
                        TextTable.right("rate", row -> severalRates ? TextTable.number(row.learningRate()) : ""),
                        TextTable.right(
                                metric.column().replace('_', ' '),
                                row -> TextTable.number(row.of(metric).mean())),
                        TextTable.right(
                                "95 % interval", row -> interval(row.of(metric).interval())),
                        TextTable.left(
                                "standing",
                                row -> row.standing() == null
                                        ? ""
                                        : row.standing().column()),
                        TextTable.right(
                                "rank", row -> TextTable.number(row.rank().mean())),
                        TextTable.right(
                                "completed",
                                row -> row.trials().completed() + " of "
                                        + row.trials().all()),
                        TextTable.right("diverged", row -> count(row.trials().diverged())),
                        TextTable.right("failed", row -> count(row.trials().failed())),
                        TextTable.right("skipped", row -> count(row.trials().skipped()))));
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null ? "" : TextTable.number(interval.low()) + " to " + TextTable.number(interval.high());
    }

    private static String count(long trials) {
        return trials == 0 ? "" : String.valueOf(trials);
    }

    /** Trials that ended otherwise, those of one initializer that ended alike together. */
    private void printNotCompleted(List<TrialResult> trials) {
        Map<List<String>, Integer> ended = new LinkedHashMap<>();
        trials.stream()
                .filter(trial -> !(trial.outcome() instanceof Outcome.Completed))
                .forEach(trial -> ended.merge(
                        List.of(
                                name(trial),
                                trial.outcome().status(),
                                trial.outcome().reason()),
                        1,
                        Integer::sum));
        TextTable.print(
                out,
                List.copyOf(ended.entrySet()),
                List.of(
                        TextTable.left("not completed", entry -> entry.getKey().get(0)),
                        TextTable.right("trials", entry -> String.valueOf(entry.getValue())),
                        TextTable.left("status", entry -> entry.getKey().get(1)),
                        TextTable.left("reason", entry -> entry.getKey().get(2))));
    }

    /** The activations of studies that do not train, layer by layer, as means over repetitions. */
    private void printActivations(RunResults run) {
        Map<List<Object>, Map<LayerFigure, FigureSummary>> layers = new LinkedHashMap<>();
        Set<MeasuredLayers> groups = new HashSet<>();
        for (TrialResult trial : run.trials()) {
            MeasuredLayers measured = run.layers().of(trial.key());
            if (isUntrained(trial) && groups.add(measured)) {
                measured.tensors(Quantity.ACTIVATION).forEach(tensor -> {
                    Map<LayerFigure, FigureSummary> figures = layers.computeIfAbsent(
                            List.of(name(trial), tensor.layer()), key -> new EnumMap<>(LayerFigure.class));
                    for (LayerFigure figure : LayerFigure.COLUMNS) {
                        measured.of(tensor, 0, figure)
                                .ifPresent(summary -> figures.computeIfAbsent(figure, key -> new FigureSummary())
                                        .combine(summary));
                    }
                });
            }
        }
        TextTable.print(
                out,
                List.copyOf(layers.entrySet()),
                List.of(
                        TextTable.left(
                                "initializer", entry -> entry.getKey().get(0).toString()),
                        TextTable.right("layer", entry -> entry.getKey().get(1).toString()),
                        TextTable.right("mean", entry -> mean(entry.getValue(), LayerFigure.MEAN)),
                        TextTable.right("std", entry -> mean(entry.getValue(), LayerFigure.STD)),
                        TextTable.right("rms", entry -> mean(entry.getValue(), LayerFigure.RMS)),
                        TextTable.right("theory rms", entry -> mean(entry.getValue(), LayerFigure.THEORY_RMS)),
                        TextTable.right("saturated", entry -> mean(entry.getValue(), LayerFigure.SATURATED_FRACTION)),
                        TextTable.right(
                                "dead units", entry -> mean(entry.getValue(), LayerFigure.DEAD_UNIT_FRACTION))));
    }

    private static boolean isUntrained(TrialResult trial) {
        return trial.iterations() == 0 && trial.outcome() instanceof Outcome.Completed;
    }

    private void printDocument(Compared document) {
        TextTable.print(
                out,
                document.rows().stream().filter(row -> row.measured() != null).toList(),
                List.of(
                        TextTable.left("initializer", row -> name(row.variant(), row.init())),
                        TextTable.left("quantity", DocumentRow::what),
                        TextTable.right("iteration", row -> String.valueOf(row.iteration())),
                        TextTable.right(
                                "document",
                                row -> row.sign()
                                        + (row.statistic() == null
                                                ? String.valueOf(row.document())
                                                : TextTable.number(row.document()))),
                        TextTable.right("measured", RunConsole::measured),
                        TextTable.left("agrees", row -> row.agreement().equals("no") ? "NO" : row.agreement())));
        out.printf(
                Locale.ROOT,
                "%d of %d judged figures agree with the document%n",
                document.matching(),
                document.judged());
    }

    private static String measured(DocumentRow row) {
        Double measured = row.measured();
        return measured == null || row.statistic() == null ? String.valueOf(measured) : TextTable.number(measured);
    }

    private static String name(TrialResult trial) {
        return name(trial.key().variant(), trial.key().init());
    }

    private static String name(String variant, String init) {
        return variant.equals(TrialKey.BASE) ? init : variant + " " + init;
    }

    private static String mean(Map<LayerFigure, FigureSummary> figures, LayerFigure figure) {
        FigureSummary summary = figures.get(figure);
        return summary == null ? "" : TextTable.number(summary.getAverage());
    }
}
