package org.initbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.plot.Names;
import org.initbench.report.Verdict.Finding;
import org.initbench.result.NumericAxis;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.result.Words;
import org.initbench.stats.RunStatistics;
import org.initbench.stats.Standing;
import org.initbench.stats.SummaryRow;
import org.initbench.stats.Trends;
import org.initbench.stats.Trends.Trend;

/** How a run depends on the number that its grid varies: one finding for each combination of what else it varies. */
final class TrendVerdict {

    private final RunResults run;
    private final RunStatistics statistics;
    private final NumericAxis axis;

    private TrendVerdict(RunResults run, RunStatistics statistics, NumericAxis axis) {
        this.run = run;
        this.statistics = statistics;
        this.axis = axis;
    }

    static List<Finding> of(RunResults run, RunStatistics statistics) {
        return NumericAxis.of(run)
                .map(axis -> new TrendVerdict(run, statistics, axis).findings())
                .orElse(List.of());
    }

    private List<Finding> findings() {
        Map<String, List<String>> series = axis.variants().stream()
                .sorted(Comparator.comparingDouble(axis::number))
                .collect(Collectors.groupingBy(axis::other, LinkedHashMap::new, Collectors.toList()));
        return axis.others().stream()
                .distinct()
                .map(other -> finding(other, series.getOrDefault(other, List.of())))
                .flatMap(Optional::stream)
                .toList();
    }

    private String number(String variant) {
        return Figures.rate(axis.number(variant));
    }

    private Optional<Finding> finding(String other, List<String> variants) {
        if (variants.size() < 2) {
            return Optional.empty();
        }
        List<Field> fields = variants.stream()
                .map(variant -> Field.of(run, statistics, variant))
                .toList();
        List<TrialResult> trials =
                fields.stream().flatMap(field -> field.trials().stream()).toList();
        String first = variants.get(0);
        String last = variants.get(variants.size() - 1);
        List<Trend> trends = Trends.between(first, last, trials, run.metric()).stream()
                .filter(trend -> trend.from() != null || trend.to() != null)
                .toList();
        if (trends.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> changes = new LinkedHashMap<>();
        trends.forEach(trend ->
                changes.computeIfAbsent(change(trend), key -> new ArrayList<>()).add(trend.init() + figures(trend)));
        String sentence = "As " + axis.path() + " grows from " + number(first) + " to " + number(last) + ", "
                + Names.of(run.metric()) + " "
                + changes.entrySet().stream()
                        .map(each -> each.getKey() + " with " + Words.list(each.getValue()))
                        .collect(Collectors.joining("; it "))
                + ".";
        return Optional.of(new Finding(other, sentence, "", details(fields)));
    }

    private static String change(Trend trend) {
        Double from = trend.from();
        Double to = trend.to();
        if (from == null || to == null) {
            return from == null ? "is reached only at the end" : "is reached only at the start";
        }
        if (trend.pHolm() == null) {
            return "changes in too few repetitions to test";
        }
        if (!trend.isCertain()) {
            return "changes by no more than repetitions may differ";
        }
        return to > from ? "rises" : "falls";
    }

    private static String figures(Trend trend) {
        Double from = trend.from();
        Double to = trend.to();
        return from == null || to == null
                ? " (" + Figures.of(from == null ? to : from) + ")"
                : " (" + Figures.of(from) + " to " + Figures.of(to) + ")";
    }

    /** Who leads where. */
    private List<String> details(List<Field> fields) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (Field field : fields) {
            places.computeIfAbsent(leaders(field), key -> new ArrayList<>()).add(number(field.variant()));
        }
        return places.entrySet().stream()
                .map(each -> "At " + axis.path() + " " + Words.list(each.getValue()) + ": " + each.getKey() + ".")
                .toList();
    }

    private static String leaders(Field field) {
        List<SummaryRow> leaders = field.leaders();
        List<String> names = leaders.stream().map(SummaryRow::init).sorted().toList();
        if (leaders.stream().anyMatch(row -> row.standing() == Standing.BEST)) {
            return names.get(0) + " is best";
        }
        boolean isUndecided = leaders.stream().allMatch(row -> row.standing() == Standing.UNDECIDED);
        return isUndecided ? "too few repetitions to say who is best" : Field.listed(names) + " cannot be told apart";
    }
}
