package org.initbench.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * Repetitions for those who may still be best (Maron and Moore 1997; Birattari et al. 2002). Each round has one repetition of
 * everyone who is still in. After the fifth round and each later one all pairs who are in are tested as in
 * {@link Comparisons}, corrected by Holm over these pairs, and whoever is behind another one leaves.
 *
 * <p>Where all are equal, somebody leaves in 5 % of races at most, all looks together: Holm's correction holds the error of a look
 * to its level over the pairs of equals that are still in, of which none has left before the first error, and the levels of all
 * looks add up to 5 % ({@link Spending}).
 */
public final class Race {

    private final String variant;
    private final Metric metric;
    private final RaceRules rules;
    private final List<Entrant> all;
    private final List<RaceRow> rows = new ArrayList<>();
    private List<Entrant> in;
    private int round;
    private double counting;
    private @Nullable RaceEnd end;

    /** Two who are in, and which of them is ahead with which p-value. */
    private record Pair(Entrant one, Entrant other, PairedTest test) {

        Entrant behind() {
            return test.lead() > 0 ? other : one;
        }
    }

    /**
     * A race that has not begun.
     *
     * @param rates learning rates by initializer, in the order of the study
     */
    public Race(String variant, Map<String, Double> rates, Metric metric, RaceRules rules) {
        this.variant = variant;
        this.metric = metric;
        this.rules = rules;
        this.all = rates.entrySet().stream()
                .map(entrant -> new Entrant(entrant.getKey(), entrant.getValue(), rules.rounds()))
                .toList();
        this.in = all;
        this.end = all.size() > 1 ? null : all.isEmpty() ? RaceEnd.NOBODY : RaceEnd.ALONE;
    }

    /** Those who are still in, in the order of the study. */
    public List<String> in() {
        return in.stream().map(Entrant::init).toList();
    }

    /** Rounds so far. */
    public int round() {
        return round;
    }

    /** Why it is over; empty while it is not. */
    public Optional<RaceEnd> end() {
        return Optional.ofNullable(end);
    }

    /**
     * The next round.
     *
     * @param trials of everyone who is in, by initializer
     */
    public void add(Map<String, TrialResult> trials) {
        if (metric.isAccuracy()) {
            counting = Math.max(counting, Comparisons.counting(trials.values().stream(), metric));
        }
        List<Entrant> counted = new ArrayList<>();
        List<RaceRow> left = new ArrayList<>();
        for (Entrant entrant : in) {
            TrialResult trial = Objects.requireNonNull(trials.get(entrant.init()));
            Double cost = Costs.of(trial, metric);
            if (cost != null) {
                entrant.add(cost);
                counted.add(entrant);
            } else {
                String why = trial.outcome() instanceof Outcome.Skipped ? "skipped" : "failed";
                left.add(row(entrant, round + 1, null, null, why));
            }
        }
        in = List.copyOf(counted);
        round++;
        rows.addAll(left);
        look();
    }

    /** A round of made-up costs, in the order of those who are in. */
    void add(double[] costs, double ofCounting) {
        counting = ofCounting;
        for (int i = 0; i < costs.length; i++) {
            in.get(i).add(costs[i]);
        }
        round++;
        look();
    }

    private void look() {
        List<Entrant> before = in;
        double[] ranks = meanRanks(before);
        boolean isLook = rules.isLook(round);
        if (isLook && before.stream().anyMatch(entrant -> entrant.completed() > 0)) {
            in = before.stream().filter(entrant -> entrant.completed() > 0).toList();
        }
        List<Entrant> tested = in;
        double[] smallest = new double[tested.size()];
        Arrays.fill(smallest, Double.NaN);
        if (isLook) {
            test(tested, smallest);
        }
        for (int i = 0; i < before.size(); i++) {
            Entrant entrant = before.get(i);
            int place = tested.indexOf(entrant);
            boolean hasP = place >= 0 && !Double.isNaN(smallest[place]);
            String state = place < 0 ? "diverged" : in.contains(entrant) ? RaceRow.IN : "behind";
            rows.add(row(entrant, round, ranks[i], hasP ? smallest[place] : null, state));
        }
        end = ending(isLook);
    }

    /** Takes those out who are behind, and says by which p-value somebody is ahead of each; NaN where nobody is. */
    private void test(List<Entrant> tested, double[] smallest) {
        List<Pair> pairs = pairs(tested);
        double[] p = Holm.adjusted(
                pairs.stream().mapToDouble(pair -> pair.test().p()).toArray());
        double ofLooks = PairedTest.SIGNIFICANT / rules.level(round);
        List<Entrant> behind = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Pair pair = pairs.get(i);
            if (pair.test().lead() == 0) {
                continue;
            }
            int place = tested.indexOf(pair.behind());
            double corrected = Math.min(1, p[i] * ofLooks);
            smallest[place] = Double.isNaN(smallest[place]) ? corrected : Math.min(smallest[place], corrected);
            if (corrected < PairedTest.SIGNIFICANT) {
                behind.add(pair.behind());
            }
        }
        if (!behind.containsAll(tested)) {
            in = tested.stream().filter(entrant -> !behind.contains(entrant)).toList();
        }
    }

    private List<Pair> pairs(List<Entrant> entrants) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < entrants.size(); i++) {
            for (int j = i + 1; j < entrants.size(); j++) {
                Entrant one = entrants.get(i);
                Entrant other = entrants.get(j);
                PairedTest.of(one.costs(), other.costs(), counting)
                        .ifPresent(test -> pairs.add(new Pair(one, other, test)));
            }
        }
        return pairs;
    }

    private @Nullable RaceEnd ending(boolean isLook) {
        if (in.size() < 2) {
            return in.isEmpty() ? RaceEnd.NOBODY : RaceEnd.ALONE;
        }
        Outlook outlook = new Outlook(in, leader(), round, counting, rules);
        if (isLook && outlook.areAlike()) {
            return RaceEnd.ALIKE;
        }
        if (round == rules.rounds()) {
            return RaceEnd.ROUNDS;
        }
        return isLook && outlook.isFutile() ? RaceEnd.FUTILE : null;
    }

    private Entrant leader() {
        return in.stream().min(Entrant.bestFirst()).orElseThrow();
    }

    /** The best of those who are left; empty where nobody is. */
    public Optional<String> best() {
        return in.isEmpty() ? Optional.empty() : Optional.of(leader().init());
    }

    /** Those who cannot be told from the best, the nearest first. */
    public List<String> tied() {
        return in.isEmpty()
                ? List.of()
                : in.stream()
                        .filter(entrant -> !entrant.equals(leader()))
                        .sorted(Entrant.bestFirst())
                        .map(Entrant::init)
                        .toList();
    }

    /** The learning rate of an initializer. */
    public double rate(String init) {
        return all.stream()
                .filter(entrant -> entrant.init().equals(init))
                .findFirst()
                .orElseThrow()
                .rate();
    }

    /**
     * About how many more trials would decide, if means and deviations stay what they are: those after which each rival of the
     * best either leaves or differs by what does not matter. Empty where the results give nothing to go by.
     */
    public OptionalDouble moreTrials() {
        return in.size() < 2 || round < Student.FEWEST
                ? OptionalDouble.empty()
                : new Outlook(in, leader(), round, counting, rules).moreTrials();
    }

    /** A row for each round and everyone who was in at its beginning. Once it is over, or stopped, those of the last one say how. */
    public List<RaceRow> rows() {
        return List.copyOf(rows);
    }

    /** The same when no more rounds come. */
    public List<RaceRow> rowsAtEnd() {
        String leader = best().orElse("");
        return rows.stream()
                .map(row -> row.round() == round && row.state().equals(RaceRow.IN)
                        ? row.ended(
                                !rules.isLook(round)
                                        ? Standing.UNDECIDED.column()
                                        : row.init().equals(leader) ? Standing.BEST.column() : Standing.TIED.column())
                        : row)
                .toList();
    }

    private RaceRow row(Entrant entrant, int ofRound, @Nullable Double rank, @Nullable Double p, String state) {
        double mean = metric.higherIsBetter() ? -entrant.mean() : entrant.mean();
        return new RaceRow(
                variant,
                ofRound,
                entrant.init(),
                entrant.rate(),
                entrant.rounds(),
                entrant.completed() == 0 ? null : (Double) mean,
                rank,
                p,
                state);
    }

    private double[] meanRanks(List<Entrant> entrants) {
        double[] sums = new double[entrants.size()];
        NaturalRanking ranking = new NaturalRanking(TiesStrategy.AVERAGE);
        for (int i = 0; i < round; i++) {
            int each = i;
            double[] ranks = entrants.isEmpty()
                    ? new double[0]
                    : ranking.apply(entrants.stream()
                            .mapToDouble(entrant -> entrant.cost(each))
                            .toArray());
            for (int j = 0; j < sums.length; j++) {
                sums[j] += ranks[j] / round;
            }
        }
        return sums;
    }
}
