package org.initbench.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.initbench.result.Metric;
import org.initbench.result.TrialResult;

/** Trials of two kinds, repetition by repetition: those that both have, where neither failed. */
public final class PairedTrials {

    private final double[] costs;
    private final double[] others;
    private final double[] differences;
    private final double leastDeviation;
    private final double counting;

    /**
     * Pairs them.
     *
     * @param trials of one kind, one a repetition
     * @param partners of the other kind
     */
    public PairedTrials(Collection<TrialResult> trials, Collection<TrialResult> partners, Metric metric) {
        Map<Integer, TrialResult> byRepetition =
                partners.stream().collect(Collectors.toMap(trial -> trial.key().repetition(), Function.identity()));
        DoubleStream.Builder ofTrials = DoubleStream.builder();
        DoubleStream.Builder ofPartners = DoubleStream.builder();
        DoubleStream.Builder between = DoubleStream.builder();
        double largest = 0;
        for (TrialResult trial : trials) {
            TrialResult partner = byRepetition.get(trial.key().repetition());
            Double cost = Costs.of(trial, metric);
            Double partnersCost = partner == null ? null : Costs.of(partner, metric);
            if (partner == null || cost == null || partnersCost == null) {
                continue;
            }
            ofTrials.add(cost);
            ofPartners.add(partnersCost);
            Double value = Costs.value(trial, metric);
            Double partnersValue = Costs.value(partner, metric);
            if (value != null && partnersValue != null) {
                between.add(value - partnersValue);
                largest = Math.max(largest, Math.max(Math.abs(value), Math.abs(partnersValue)));
            }
        }
        this.costs = ofTrials.build().toArray();
        this.others = ofPartners.build().toArray();
        this.differences = between.build().toArray();
        this.counting = metric.isAccuracy()
                ? Comparisons.counting(Stream.concat(trials.stream(), partners.stream()), metric)
                : 0;
        this.leastDeviation = PairedTest.leastDeviation(largest, counting);
    }

    /** How many. */
    public int count() {
        return costs.length;
    }

    /** How many of them completed. */
    int completed() {
        return differences.length;
    }

    /** Cost of the first of a pair. */
    double cost(int pair) {
        return costs[pair];
    }

    /** Cost of the second of a pair. */
    double partnersCost(int pair) {
        return others[pair];
    }

    /** Of the metric, first − second, where both completed. */
    public Spread difference() {
        return Spread.of(Arrays.copyOf(differences, differences.length), leastDeviation);
    }

    /** Whether the first are better; empty below three pairs. */
    public Optional<PairedTest> test() {
        return PairedTest.of(costs, others, counting);
    }
}
