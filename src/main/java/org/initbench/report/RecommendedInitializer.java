package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.initbench.check.CheckRow;
import org.initbench.plot.Names;
import org.initbench.recommend.Budget.Spent;
import org.initbench.recommend.Recommendation;
import org.initbench.report.Verdict.Finding;
import org.initbench.result.Rounded;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.result.Words;
import org.initbench.stats.Learning;
import org.initbench.stats.Race;
import org.initbench.stats.RaceEnd;
import org.initbench.stats.RaceRow;
import org.initbench.stats.RaceRules;
import org.jspecify.annotations.Nullable;

/**
 * What is recommended for a variant, and how it is said.
 *
 * @param best null where nobody can be recommended
 * @param tied those that cannot be told from it
 * @param decided whether more trials would tell no more
 * @param trials of all stages and variants
 * @param learningRate of the best; null where it has none
 * @param code what a DL4J user writes to get it; null where there is no best
 */
record RecommendedInitializer(
        String variant,
        @Nullable String best,
        List<String> tied,
        boolean decided,
        int trials,
        @Nullable Double learningRate,
        @Nullable String code,
        Finding finding) {

    static final RecommendedInitializer NONE =
            new RecommendedInitializer("", null, List.of(), false, 0, null, null, new Finding("", "", "", List.of()));

    private static final int DIGITS_OF_COUNTS = 2;
    private static final double MANY = 1e6;

    /** For each variant of a run. */
    static List<RecommendedInitializer> of(Recommendation recommendation, List<TrialResult> trials) {
        return recommendation.variants().stream()
                .map(variant -> new Speaker(
                                recommendation,
                                variant,
                                trials.stream()
                                        .filter(trial -> trial.key().variant().equals(variant.variant()))
                                        .toList())
                        .advice())
                .toList();
    }

    /** Puts one race into words. */
    private record Speaker(Recommendation all, Recommendation.Variant variant, List<TrialResult> trials) {

        RecommendedInitializer advice() {
            Race race = race();
            Optional<Double> unbeaten = race.round() == 0 ? Optional.empty() : Learning.unbeaten(trials, all.metric());
            boolean anyTold =
                    all.whyNoRace().isEmpty() && (race.round() > 0 || race.in().size() == 1);
            Optional<String> best = anyTold && unbeaten.isEmpty() ? race.best() : Optional.empty();
            String sentence = unbeaten.map(this::nobodyLearned)
                    .orElseGet(() -> best.map(this::sentence).orElseGet(this::nobody));
            String name = variant.variant().equals(TrialKey.BASE) ? "" : variant.variant();
            return new RecommendedInitializer(
                    variant.variant(),
                    best.orElse(null),
                    best.isPresent() ? race.tied() : List.of(),
                    best.isPresent() && race.end().map(RaceEnd::isDecided).orElse(false),
                    all.spent().all(),
                    best.map(race::rate).orElse(null),
                    best.map(init -> Dl4jLaw.code(trials, init).orElseGet(() -> Dl4jLaw.callCode(trials, init)))
                            .orElse(null),
                    new Finding(name, sentence, best.map(this::written).orElse(""), details()));
        }

        private Race race() {
            return variant.race();
        }

        private String written(String init) {
            return Dl4jLaw.code(trials, init)
                    .map(code -> Dl4jLaw.drawn(code, init))
                    .orElseGet(() -> Dl4jLaw.call(trials, init));
        }

        private String nobodyLearned(double unbeaten) {
            return "Nobody learned, so that nothing can be recommended: no " + metric()
                    + (all.metric().isAccuracy() ? " is above " : " is below ") + Figures.of(unbeaten)
                    + (all.metric().isAccuracy()
                            ? ", the share of the largest class."
                            : ", that of the best constant answer.");
        }

        private String nobody() {
            if (!all.whyNoRace().isEmpty()) {
                return "Nothing was trained, so that nothing can be recommended: " + all.whyNoRace()
                        + ". By the check: " + CheckFinding.sentence(variant.checks());
            }
            if (race().round() == 0 && race().in().size() > 1) {
                return "Nothing can be told yet: the budget ended before the race between " + Field.listed(race().in())
                        + ".";
            }
            return race().round() > 0
                    ? "Nothing can be recommended: trials of every initializer failed."
                    : "No initializer can be expected to learn: the check found "
                            + Words.list(counted(variant.dropped())) + ".";
        }

        private static List<String> counted(List<CheckRow> rows) {
            Map<String, Long> counts = rows.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.verdict().column(), LinkedHashMap::new, Collectors.counting()));
            return counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .toList();
        }

        private String sentence(String best) {
            Race race = race();
            if (race.round() == 0) {
                return "Use " + best + ": of " + Words.count(variant.checks().size(), "initializer")
                        + " it alone can be expected to learn, by what the check found.";
            }
            String reached = metric() + " " + mean(best) + " at learning rate " + rate(race.rate(best)) + ", "
                    + Words.count(race.round(), "repetition");
            if (race.tied().isEmpty()) {
                return "Use " + best + " (" + reached + ")" + behind("ahead of") + ".";
            }
            String others = Field.listed(race.tied().stream()
                    .map(init -> init + " (" + mean(init) + ")")
                    .toList());
            if (race.end().equals(Optional.of(RaceEnd.ALIKE))) {
                return "Use " + best + " (" + reached + ") or " + others + ": their differences are below "
                        + Rounded.text(100 * all.rules().indifference(), DIGITS_OF_COUNTS)
                        + " % of its " + metric() + behind("all are ahead of") + ".";
            }
            if (race.round() < RaceRules.FIRST_LOOK) {
                return "Nothing can be told yet: " + best + " (" + reached + ") has the best mean, before " + others
                        + ", and differences are tested from " + RaceRules.FIRST_LOOK + " repetitions on" + more()
                        + ".";
            }
            return "Use " + best + " (" + reached + "), which cannot be told from " + others
                    + behind("all are ahead of") + more() + ".";
        }

        /** Those who left by a test or a count, with what they had. */
        private String behind(String how) {
            List<String> left = variant.rows().stream()
                    .filter(row -> row.state().equals("behind") || row.state().equals("diverged"))
                    .map(row -> row.init() + (row.mean() == null ? " (diverged)" : " (" + Figures.of(row.mean()) + ")"))
                    .toList();
            return left.isEmpty() ? "" : "; " + how + " " + Field.listed(left);
        }

        private String more() {
            OptionalDouble more = race().moreTrials();
            if (more.isEmpty()) {
                return "";
            }
            double trials = more.getAsDouble();
            return trials > MANY
                    ? "; more than a million trials would be needed to decide"
                    : "; about " + Rounded.text(trials, DIGITS_OF_COUNTS) + " more trials would decide";
        }

        private List<String> details() {
            List<String> details = new ArrayList<>();
            variant.rows().forEach(row -> left(row).ifPresent(details::add));
            Spent spent = all.spent();
            details.add("Trials: " + spent.check() + " for the check, " + spent.tuning() + " for learning rates, "
                    + spent.race() + " in the race"
                    + (all.variants().size() > 1 ? ", all variants together." : "."));
            untried().ifPresent(details::add);
            if (race().round() > 0) {
                details.add(ended());
                edges().ifPresent(details::add);
            }
            return details;
        }

        private Optional<String> left(RaceRow row) {
            if (row.round() == 0) {
                return variant.dropped().stream()
                        .filter(dropped -> dropped.init().equals(row.init()))
                        .map(dropped -> row.init() + " was left out by the check, " + row.state() + ": "
                                + dropped.reason() + ".")
                        .findFirst();
            }
            return switch (row.state()) {
                case "behind" -> Optional.of(row.init() + " left after round " + row.round()
                        + ": behind another one (p " + Figures.probability(row.p() == null ? 1 : row.p())
                        + ", corrected for pairs and looks).");
                case "diverged" -> Optional.of(
                        row.init() + " left after round " + row.round() + ": all its trials diverged.");
                case "failed" -> Optional.of(row.init() + " left in round " + row.round() + ": its trial failed.");
                case "skipped" -> Optional.of(
                        row.init() + " left in round " + row.round() + ": its trial was skipped.");
                default -> Optional.empty();
            };
        }

        private String ended() {
            int round = race().round();
            return race().end()
                    .map(end -> switch (end) {
                        case ALONE -> "The race ended after round " + round + ", as one was left.";
                        case ALIKE -> "The race ended after round " + round
                                + ", as the 95 % interval of every difference"
                                + " lies within "
                                + Rounded.text(100 * all.rules().indifference(), DIGITS_OF_COUNTS)
                                + " % of the best mean.";
                        case FUTILE -> "The race ended after round " + round
                                + ", as nobody would be told apart by round "
                                + all.rules().rounds()
                                + " even if differences were larger than they look by "
                                + Rounded.text(all.rules().benefitOfDoubt(), DIGITS_OF_COUNTS) + " standard errors.";
                        case ROUNDS -> "The race ended after round " + round + ", the last it may have (rounds).";
                        case NOBODY -> "The race ended after round " + round + ", as nobody was left.";
                    })
                    .orElse("The race was stopped after round " + round + " by the budget; with more of it, the same"
                            + " command with its run goes on from there.");
        }

        /** Rates that the budget had no room for. */
        private Optional<String> untried() {
            long tried = all.tuning().stream()
                    .map(trial -> trial.key().learningRate())
                    .distinct()
                    .count();
            int asked = all.rates().size();
            return asked > 1 && tried < asked && all.whyNoRace().isEmpty()
                    ? Optional.of(
                            "Of " + asked + " learning rates " + (tried < 2 ? "the first alone was" : tried + " were")
                                    + " tried, as the budget had no room for more.")
                    : Optional.empty();
        }

        /** A best rate at the end of those that were tried may not be the best that there is. */
        private Optional<String> edges() {
            double least = all.tuning().stream()
                    .mapToDouble(trial -> trial.key().learningRate())
                    .min()
                    .orElse(0);
            double most = all.tuning().stream()
                    .mapToDouble(trial -> trial.key().learningRate())
                    .max()
                    .orElse(0);
            List<String> atEdge = race().in().stream()
                    .filter(init -> least < most && (race().rate(init) == least || race().rate(init) == most))
                    .map(init -> init + " (" + rate(race().rate(init)) + ")")
                    .toList();
            return atEdge.isEmpty()
                    ? Optional.empty()
                    : Optional.of("At the end of the learning rates that were tried: " + Words.list(atEdge)
                            + "; others beyond may be better, as in -DlearningRates=….");
        }

        private String mean(String init) {
            return variant.rows().stream()
                    .filter(row -> row.init().equals(init) && row.mean() != null)
                    .reduce((one, later) -> later)
                    .map(row -> Figures.of(row.mean()))
                    .orElse("diverged");
        }

        private static String rate(double rate) {
            return Figures.of(rate);
        }

        private String metric() {
            return Names.of(all.metric());
        }
    }
}
