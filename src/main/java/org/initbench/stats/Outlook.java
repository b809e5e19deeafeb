package org.initbench.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What more rounds of a race would tell.
 *
 * @param in those who are in, two at least
 * @param leader of these
 * @param round after which it is asked
 * @param counting the deviation that counting gives to a difference of accuracies; 0 for losses
 */
record Outlook(List<Entrant> in, Entrant leader, int round, double counting, RaceRules rules) {

    private static final double WITHIN_95 = 1.96;

    /** Whether the 95 % interval of every difference lies within what does not matter. */
    boolean areAlike() {
        double most = indifferent();
        for (int i = 0; i < in.size(); i++) {
            for (int j = i + 1; j < in.size(); j++) {
                Interval interval = in.get(i)
                        .lead(in.get(j), counting)
                        .map(Spread::interval)
                        .orElse(null);
                if (interval == null || interval.low() < -most || interval.high() > most) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Whether nobody who is in would be told apart by the last round, even with the benefit of the doubt: more rounds would tell no
     * more.
     */
    boolean isFutile() {
        double pairs = in.size() * (in.size() - 1) / 2.0;
        double level = rules.level(rules.rounds()) / pairs;
        for (int i = 0; i < in.size(); i++) {
            for (int j = i + 1; j < in.size(); j++) {
                Spread difference = in.get(i).lead(in.get(j), counting).orElse(null);
                if (difference == null || difference.mean() == null || difference.std() == null) {
                    return false;
                }
                double deviation = Math.max(difference.std(), counting);
                double hopeful = Math.abs(difference.mean()) + rules.benefitOfDoubt() * deviation / Math.sqrt(round);
                if (deviation > 0 && Student.p(hopeful, deviation, rules.rounds()) < level) {
                    return false;
                }
            }
        }
        return true;
    }

    /** In units of the metric. */
    private double indifferent() {
        double mean = leader.mean();
        return Double.isFinite(mean) ? rules.indifference() * Math.abs(mean) : 0;
    }

    /** Trials until each rival of the leader is told from it or differs by what does not matter; empty where none would do. */
    OptionalDouble moreTrials() {
        double most = in.stream()
                .filter(entrant -> !entrant.equals(leader))
                .mapToDouble(this::roundsUntilTold)
                .max()
                .orElseThrow();
        double more = Math.ceil(Math.max(1, most - round)) * in.size();
        return Double.isFinite(more) ? OptionalDouble.of(more) : OptionalDouble.empty();
    }

    /** Where n rounds give a difference the standard error s/√n, it is told from 0 once that is |d|/z. */
    private double roundsUntilTold(Entrant rival) {
        double pairs = in.size() * (in.size() - 1) / 2.0;
        double level = rules.level(Math.max(round, RaceRules.FIRST_LOOK)) / pairs;
        double z = -NormalDistribution.of(0, 1).inverseCumulativeProbability(level / 2);
        Optional<Spread> difference = leader.lead(rival, counting);
        if (difference.isEmpty()) {
            long won = IntStream.range(0, round)
                    .filter(i -> leader.cost(i) < rival.cost(i))
                    .count();
            return Math.pow(z / (2.0 * won / round - 1), 2);
        }
        Double mean = difference.get().mean();
        Double deviation = difference.get().std();
        if (mean == null || deviation == null) {
            return Double.POSITIVE_INFINITY;
        }
        double spread = Math.max(deviation, counting);
        double gap = indifferent() - Math.abs(mean);
        double untilTold = Math.pow(z * spread / mean, 2);
        double untilAlike = gap > 0 ? Math.pow(WITHIN_95 * spread / gap, 2) : Double.POSITIVE_INFINITY;
        return Math.min(untilTold, untilAlike);
    }
}
