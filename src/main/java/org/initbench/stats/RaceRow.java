package org.initbench.stats;

import java.util.Comparator;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * One initializer after one round of a race: a row of {@code race.csv}.
 *
 * @param round from 1; 0 for one that did not take part
 * @param learningRate its own; null where it did not take part
 * @param repetitions that it has
 * @param mean of the metric over its completed trials; null where none completed
 * @param meanRank over the rounds so far among those who are still in, 1 being best; null where it did not take part
 * @param p the smallest p-value by which another one is ahead, corrected for the pairs and for the looks, to be held against 0.05;
 *     null before the first look, and where nobody is ahead
 * @param state {@code in}, or why it left: {@code behind}, {@code diverged}, {@code failed}, {@code skipped}, or a verdict of the check;
 *     of those who are left at the end {@code best}, {@code tied}, or {@code undecided} where nothing was tested
 */
public record RaceRow(
        String variant,
        int round,
        String init,
        @Nullable Double learningRate,
        int repetitions,
        @Nullable Double mean,
        @Nullable Double meanRank,
        @Nullable Double p,
        String state) {

    /** Of somebody who goes on. */
    public static final String IN = "in";

    /** Of the last rows of each initializer. */
    public static Comparator<RaceRow> farthestFirst() {
        return Comparator.comparing(RaceRow::round, Comparator.reverseOrder())
                .thenComparing(row -> !row.state().equals(Standing.BEST.column()))
                .thenComparing(RaceRow::meanRank, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    /** One that was not let in. */
    public static RaceRow without(String variant, String init, String why) {
        return new RaceRow(variant, 0, init, null, 0, null, null, null, why);
    }

    RaceRow ended(String as) {
        return new RaceRow(variant, round, init, learningRate, repetitions, mean, meanRank, p, as);
    }

    /** {@code race.csv}. */
    public static Table<RaceRow> table() {
        return new Table<RaceRow>("race.csv")
                .column("round", RaceRow::round)
                .column("init", RaceRow::init)
                .column("learning_rate", RaceRow::learningRate)
                .column("repetitions", RaceRow::repetitions)
                .column("mean", RaceRow::mean)
                .column("mean_rank", RaceRow::meanRank)
                .column("p_value", RaceRow::p)
                .column("state", RaceRow::state);
    }
}
