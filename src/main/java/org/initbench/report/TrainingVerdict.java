package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.plot.Names;
import org.initbench.report.Verdict.Finding;
import org.initbench.result.Endings;
import org.initbench.result.Metric;
import org.initbench.result.RunResults;
import org.initbench.result.Words;
import org.initbench.stats.ComparisonRow;
import org.initbench.stats.Learning;
import org.initbench.stats.Spread;
import org.initbench.stats.Standing;
import org.initbench.stats.SummaryRow;

/** Who won by the study's metric, and how sure that is: never more than the standings say. */
final class TrainingVerdict {

    private final RunResults run;
    private final Field field;
    private final List<SummaryRow> ranked;
    private final Optional<Double> unbeaten;

    private TrainingVerdict(RunResults run, Field field) {
        this.run = run;
        this.field = field;
        this.ranked = field.ranked();
        this.unbeaten = Learning.unbeaten(field.trials(), field.metric());
    }

    static Finding of(RunResults run, Field field) {
        TrainingVerdict verdict = new TrainingVerdict(run, field);
        List<String> details = new ArrayList<>();
        String sentence = verdict.sentence(details);
        verdict.addMetric(details);
        verdict.addRates(details);
        details.addAll(Signals.of(run, field));
        verdict.addEndings(details);
        boolean hasWinner = !verdict.ranked.isEmpty() && verdict.unbeaten.isEmpty();
        String code = hasWinner && field.knowsCode(verdict.ranked.get(0).init()) ? verdict.code() : "";
        return new Finding(run.variants().size() > 1 ? field.variant() : "", sentence, code, List.copyOf(details));
    }

    private String sentence(List<String> details) {
        if (ranked.isEmpty()) {
            return "There is no winner: " + nothing() + ".";
        }
        String comparison = comparison(details);
        if (unbeaten.isPresent()) {
            details.clear();
            details.add(comparison);
            return nobodyLearned(unbeaten.get());
        }
        return comparison;
    }

    private String nobodyLearned(double unbeaten) {
        return "Nobody learned: no " + metric()
                + (field.metric().isAccuracy()
                        ? " is above " + Figures.of(unbeaten) + ", the share of the largest class."
                        : " is below " + Figures.of(unbeaten) + ", that of the best constant answer.");
    }

    private String comparison(List<String> details) {
        SummaryRow leader = ranked.get(0);
        if (field.ordered().size() == 1) {
            return leader.init() + " reached a " + metric() + " of " + value(leader)
                    + "; there is no other initializer to compare it with.";
        }
        if (ranked.size() == 1) {
            return leader.init() + " alone completed, with a " + metric() + " of " + value(leader) + ".";
        }
        details.add(leader.init() + ": " + withInterval(leader) + ".");
        addPair(leader, ranked.get(1), details);
        return ranked.stream().allMatch(row -> row.standing() == Standing.UNDECIDED)
                ? few(leader, ranked.get(1))
                : standings();
    }

    private String nothing() {
        String endings = Endings.sum(
                        field.ordered().stream().map(SummaryRow::trials).toList())
                .inWords();
        return endings.isEmpty() ? "no trial has a " + metric() : endings;
    }

    /** Below three pairs nothing is tested. */
    private String few(SummaryRow leader, SummaryRow second) {
        int repetitions = leader.trials().all();
        String where =
                switch (repetitions) {
                    case 1 -> "In a single repetition, which cannot tell initializers apart, ";
                    case 2 -> "In two repetitions, too few to tell initializers apart, ";
                    default -> "With fewer than three repetitions to compare, ";
                };
        return isEqual(leader, second)
                ? where + leader.init() + " and " + second.init() + " have the same " + metric() + ", " + value(leader)
                        + "."
                : where + leader.init() + " has the best " + metric() + ", " + value(leader) + "; " + second.init()
                        + " follows with " + value(second) + ".";
    }

    private boolean isEqual(SummaryRow leader, SummaryRow second) {
        return field.pair(leader.init(), second.init())
                .map(row -> row.duels().ties() == row.duels().pairs())
                .orElse(false);
    }

    private String standings() {
        List<SummaryRow> leaders = field.leaders();
        if (leaders.isEmpty()) {
            return "Each initializer is behind another one by " + metric() + "; the pairs stand below.";
        }
        List<SummaryRow> others =
                ranked.stream().filter(row -> !leaders.contains(row)).toList();
        List<SummaryRow> beatenByAll = others.stream()
                .filter(row -> leaders.stream().allMatch(leader -> field.isAhead(leader.init(), row.init())))
                .toList();
        StringBuilder sentence = new StringBuilder(
                leaders.size() == 1 ? alone(leaders.get(0), beatenByAll) : together(leaders, beatenByAll));
        others.stream().filter(row -> !beatenByAll.contains(row)).forEach(row -> sentence.append("; ")
                .append(behindSome(row)));
        return sentence.append('.').toString();
    }

    private String alone(SummaryRow best, List<SummaryRow> beaten) {
        String start = best.init() + " has the best " + metric() + ", " + value(best);
        return beaten.isEmpty()
                ? start
                : start + ", ahead of "
                        + Field.listed(beaten.stream()
                                .map(row -> row.init() + " (" + lead(best, row) + ")")
                                .toList());
    }

    /** By how much one is ahead of another. */
    private String lead(SummaryRow best, SummaryRow row) {
        ComparisonRow pair = field.pair(best.init(), row.init()).orElseThrow();
        Double difference = pair.difference().mean();
        return difference == null || pair.duels().completed() < pair.duels().pairs()
                ? "better in " + wins(pair, best) + " of " + pair.duels().pairs()
                : "by " + Figures.of(Math.abs(difference));
    }

    private String together(List<SummaryRow> leaders, List<SummaryRow> beaten) {
        String start = Field.listed(leaders.stream().map(this::withValue).toList()) + " cannot be told apart by "
                + metric() + " (" + Words.count(leaders.get(0).trials().all(), "repetition") + ")";
        if (beaten.isEmpty()) {
            return start;
        }
        String subject = leaders.size() == 2 ? "both" : "all " + leaders.size();
        return start + "; " + subject + " are ahead of "
                + Field.listed(beaten.stream().map(this::withValue).toList());
    }

    /** One that some leader, or only another follower, is ahead of. */
    private String behindSome(SummaryRow row) {
        List<String> ahead = ranked.stream()
                .map(SummaryRow::init)
                .filter(init -> field.isAhead(init, row.init()))
                .toList();
        return withValue(row)
                + (ahead.isEmpty() ? " was lost in every repetition" : " is behind " + Field.listed(ahead));
    }

    private String withValue(SummaryRow row) {
        return row.init() + " (" + value(row) + ")";
    }

    private void addPair(SummaryRow leader, SummaryRow second, List<String> details) {
        field.pair(leader.init(), second.init()).ifPresent(pair -> {
            if (isEqual(leader, second)) {
                details.add(leader.init() + " and " + second.init() + " gave the same in "
                        + (pair.duels().pairs() == 1
                                ? "the one repetition."
                                : "all " + pair.duels().pairs() + " repetitions."));
                return;
            }
            details.add(leader.init() + " against " + second.init() + ": better in " + wins(pair, leader) + " of "
                    + pair.duels().pairs() + " repetitions" + difference(pair, leader) + test(pair) + ".");
        });
    }

    private static int wins(ComparisonRow pair, SummaryRow row) {
        return row.init().equals(pair.init())
                ? pair.duels().wins()
                : pair.duels().losses();
    }

    private static String difference(ComparisonRow pair, SummaryRow leader) {
        Double mean = pair.difference().mean();
        if (mean == null) {
            return "";
        }
        boolean isMirrored = !leader.init().equals(pair.init());
        return ", mean difference " + Figures.of(isMirrored ? -mean : mean);
    }

    private String test(ComparisonRow pair) {
        if (pair.test() == null || pair.pHolm() == null) {
            return "";
        }
        int pairs = (int)
                field.comparisons().stream().filter(row -> row.test() != null).count();
        boolean isStudents = pair.duels().completed() == pair.duels().pairs();
        return ", p " + equalled(pair.test().p()) + " by " + (isStudents ? "the paired t test" : "the sign test")
                + (pairs == 1
                        ? ""
                        : ", " + equalled(pair.pHolm()).replace("= ", "") + " corrected for " + pairs + " pairs");
    }

    private static String equalled(double p) {
        String shown = Figures.probability(p);
        return shown.startsWith("<") ? shown : "= " + shown;
    }

    /** What to write for the first of the leaders that DL4J has. */
    private String code() {
        String first = ranked.get(0).init();
        Optional<String> own = field.code(first);
        if (own.isPresent()) {
            return Dl4jLaw.drawn(own.get(), first);
        }
        String none = Dl4jLaw.none(List.of(first));
        return field.leaders().stream()
                .filter(row -> ranked.get(0).standing() == Standing.TIED
                        && field.code(row.init()).isPresent())
                .findFirst()
                .map(row -> none + " " + field.code(row.init()).orElseThrow() + " draws that of " + row.init()
                        + ", which cannot be told apart from it.")
                .orElse(none);
    }

    private void addMetric(List<String> details) {
        boolean isNamed = !run.resolved().at("/target/metric").asText().equals(Metric.USUAL);
        if (!isNamed && !ranked.isEmpty()) {
            details.add("Judged by " + metric() + ", as the study names no target"
                    + (field.metric().isOfTest() ? "." : " and there is no test set."));
        }
    }

    private void addRates(List<String> details) {
        if (!field.ownRates().isEmpty()) {
            details.add("Each initializer stands at its own best learning rate: "
                    + Field.listed(field.ownRates().entrySet().stream()
                            .map(rate -> rate.getKey() + " at " + Figures.rate(rate.getValue()))
                            .toList())
                    + ". The rates were chosen by the same repetitions, which flatters everyone a little.");
        }
    }

    private void addEndings(List<String> details) {
        for (SummaryRow row : field.ordered()) {
            String endings = row.trials().inWords();
            if (!endings.isEmpty()) {
                details.add(row.init() + ": " + endings + ".");
            }
        }
    }

    private String metric() {
        return Names.of(field.metric());
    }

    private String value(SummaryRow row) {
        return Figures.of(row.of(field.metric()).mean());
    }

    private String withInterval(SummaryRow row) {
        Spread spread = row.of(field.metric());
        long completed = row.trials().completed();
        return "mean " + metric() + " " + value(row) + " over " + Words.count(completed, "repetition")
                + (spread.interval() == null ? "" : ", 95 % interval " + Figures.range(spread.interval()));
    }
}
