package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.plot.Names;
import org.initbench.report.Verdict.Finding;
import org.initbench.stats.Spread;
import org.initbench.stats.SummaryRow;
import org.initbench.stats.SummaryRow.Counts;

/** Who won by the study's metric, and how sure that is. */
final class TrainingVerdict {

    private static final int FEWEST_REPETITIONS = 3;

    private final Field field;
    private final List<SummaryRow> ranked;

    private TrainingVerdict(Field field) {
        this.field = field;
        this.ranked = field.ranked();
    }

    static Finding of(Field field) {
        TrainingVerdict verdict = new TrainingVerdict(field);
        List<String> details = new ArrayList<>();
        String sentence = verdict.sentence(details);
        verdict.addRates(details);
        verdict.addEndings(details);
        return new Finding(field.variant(), sentence, List.copyOf(details));
    }

    private String sentence(List<String> details) {
        if (ranked.isEmpty()) {
            return "There is no winner: " + nothing() + ".";
        }
        SummaryRow leader = ranked.get(0);
        if (field.standings().size() == 1) {
            return leader.init() + " reached a " + metric() + " of " + value(leader)
                    + "; there is no other initializer to compare it with.";
        }
        if (ranked.size() == 1) {
            return leader.init() + " alone completed, with a " + metric() + " of " + value(leader) + ".";
        }
        return against(leader, details);
    }

    private String nothing() {
        List<Counts> counts = field.standings().stream().map(SummaryRow::trials).toList();
        List<String> endings = endings(new Counts(
                counts.stream().mapToInt(Counts::all).sum(),
                counts.stream().mapToLong(Counts::completed).sum(),
                counts.stream().mapToLong(Counts::diverged).sum(),
                counts.stream().mapToLong(Counts::failed).sum(),
                counts.stream().mapToLong(Counts::skipped).sum()));
        int all = counts.stream().mapToInt(Counts::all).sum();
        return endings.isEmpty()
                ? "no trial has a " + metric()
                : "of " + Figures.count(all, "trial") + ", " + Figures.list(endings);
    }

    private String against(SummaryRow leader, List<String> details) {
        int repetitions = leader.trials().all();
        SummaryRow second = ranked.get(1);
        if (repetitions < FEWEST_REPETITIONS) {
            details.add(
                    repetitions == 1
                            ? "One repetition proves nothing beyond these numbers."
                            : "Two repetitions are too few for an interval.");
            return few(leader, second);
        }
        List<SummaryRow> level = ranked.stream()
                .skip(1)
                .filter(row -> field.duel(leader.init(), row.init())
                        .map(duel -> !duel.isAhead())
                        .orElse(true))
                .toList();
        details.add(leader.init() + ": " + withInterval(leader) + ".");
        details.add(second.init() + ", the runner-up: " + withInterval(second) + ".");
        addDuel(leader, second, details);
        if (!level.isEmpty()) {
            return Figures.list(Stream.concat(Stream.of(leader), level.stream())
                            .map(SummaryRow::init)
                            .toList())
                    + " cannot be told apart by " + metric() + " with " + repetitions + " repetitions"
                    + (level.size() + 1 < ranked.size() ? "; " + leader.init() + " is ahead of the others." : ".");
        }
        return leader.init() + " has the best " + metric() + ", " + value(leader) + ", ahead of " + second.init()
                + " with " + value(second) + ".";
    }

    private String few(SummaryRow leader, SummaryRow second) {
        boolean equal =
                field.duel(leader.init(), second.init()).map(Duel::isEqual).orElse(false);
        String of = leader.trials().all() == 1 ? "In a single repetition, " : "In two repetitions, ";
        if (equal) {
            return of + leader.init() + " and " + second.init() + " have the same " + metric() + ", " + value(leader)
                    + ".";
        }
        return of + leader.init() + " has the best " + metric() + ", " + value(leader) + "; " + second.init()
                + " follows with " + value(second) + ".";
    }

    private void addDuel(SummaryRow leader, SummaryRow second, List<String> details) {
        field.duel(leader.init(), second.init()).ifPresent(duel -> {
            if (duel.isEqual()) {
                details.add("Both gave the same in all " + duel.pairs() + " repetitions.");
                return;
            }
            String interval = duel.interval() == null ? "" : " (95 % interval " + Figures.range(duel.interval()) + ")";
            String p = duel.signTestP() == null ? "" : ", sign test p " + equalled(duel.signTestP());
            details.add(leader.init() + " was better than " + second.init() + " in " + duel.wins() + " of "
                    + duel.pairs() + " repetitions: probability of improvement " + Figures.of(duel.probability())
                    + interval + p + ".");
            if (duel.isAhead() && !duel.isSignificant()) {
                details.add(
                        duel.pairs() + " repetitions are too few to be sure of that: by the exact sign test, two equal "
                                + "initializers would differ as much with a probability of "
                                + Figures.of(duel.signTestP()) + ".");
            }
        });
    }

    private static String equalled(double p) {
        String shown = Figures.probability(p);
        return shown.startsWith("<") ? shown : "= " + shown;
    }

    private void addRates(List<String> details) {
        if (!field.ownRates().isEmpty()) {
            details.add("Each initializer stands at its own best learning rate: "
                    + field.ownRates().entrySet().stream()
                            .map(rate -> rate.getKey() + " at " + Figures.rate(rate.getValue()))
                            .collect(Collectors.joining(", "))
                    + ". The rates were chosen by the same repetitions, which flatters everyone a little.");
        }
    }

    private void addEndings(List<String> details) {
        for (SummaryRow row : field.standings()) {
            List<String> endings = endings(row.trials());
            if (!endings.isEmpty()) {
                details.add(row.init() + ": of " + Figures.count(row.trials().all(), "trial") + ", "
                        + Figures.list(endings) + ".");
            }
        }
    }

    private static List<String> endings(Counts counts) {
        List<String> endings = new ArrayList<>();
        if (counts.diverged() > 0) {
            endings.add(counts.diverged() + " diverged");
        }
        if (counts.failed() > 0) {
            endings.add(counts.failed() + " failed");
        }
        if (counts.skipped() > 0) {
            endings.add(counts.skipped() + (counts.skipped() == 1 ? " was skipped" : " were skipped"));
        }
        return endings;
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
        return "mean " + metric() + " " + value(row) + " over " + Figures.count(completed, "repetition")
                + (spread.interval() == null ? "" : ", 95 % interval " + Figures.range(spread.interval()));
    }
}
