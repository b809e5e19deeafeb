package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.check.CheckRow;
import org.initbench.check.CheckVerdict;
import org.initbench.plot.Names;
import org.initbench.report.Verdict.Finding;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.result.Words;

/** What a check comes to: which initializers leave the signal alive, and what to write for the one that changes it least. */
final class CheckFinding {

    private CheckFinding() {}

    static Verdict verdict(RunFiles run) {
        return new Verdict(run.results().variants().stream()
                .map(variant -> of(
                        run.results(),
                        variant,
                        run.checks().stream()
                                .filter(row -> row.variant().equals(variant))
                                .toList()))
                .toList());
    }

    private static Finding of(RunResults run, String variant, List<CheckRow> rows) {
        Optional<CheckRow> best = CheckRow.mostEven(rows);
        List<String> details = rows.stream()
                .filter(row -> row.verdict() != CheckVerdict.FINE)
                .map(row -> row.init() + " is " + row.verdict().column() + ": " + row.reason() + ".")
                .collect(Collectors.toCollection(ArrayList::new));
        return new Finding(
                Names.ofVariant(variant),
                sentence(rows),
                best.map(row -> code(run, row)).orElse(""),
                List.copyOf(details));
    }

    /** What the check of a network comes to. */
    static String sentence(List<CheckRow> rows) {
        return CheckRow.mostEven(rows).map(row -> fine(row, rows)).orElseGet(() -> none(rows));
    }

    private static String fine(CheckRow best, List<CheckRow> rows) {
        long fine =
                rows.stream().filter(row -> row.verdict() == CheckVerdict.FINE).count();
        String which = fine == 1
                ? "Of " + Words.count(rows.size(), "initializer") + ", " + best.init()
                        + " alone leaves the signal alive"
                : fine + " of " + Words.count(rows.size(), "initializer") + " leave the signal alive, " + best.init()
                        + " most evenly";
        return which + how(best) + ".";
    }

    private static String how(CheckRow row) {
        List<String> parts = new ArrayList<>();
        if (row.signalRatio() != null) {
            parts.add("the last hidden layer's activations are " + Figures.of(row.signalRatio())
                    + " times the size of the input");
        }
        if (row.gradientRatio() != null) {
            parts.add("the gradient of the first hidden layer is " + Figures.of(row.gradientRatio())
                    + " times that of the last");
        }
        return parts.isEmpty() ? "" : ": " + Words.list(parts);
    }

    private static String none(List<CheckRow> rows) {
        Map<String, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.verdict().column(), LinkedHashMap::new, Collectors.counting()));
        return "No initializer leaves the signal alive: "
                + Words.list(counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .toList())
                + ".";
    }

    /** A constant of DL4J's where it draws that law in every layer, else the call of initbench's library. */
    private static String code(RunResults run, CheckRow row) {
        List<TrialResult> trials = run.trials().stream()
                .filter(trial -> trial.key().variant().equals(row.variant()))
                .toList();
        return Dl4jLaw.code(trials, row.init())
                .map(code -> Dl4jLaw.drawn(code, row.init()))
                .orElseGet(() -> Dl4jLaw.call(trials, row.init()));
    }
}
