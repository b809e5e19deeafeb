package org.initbench.recommend;

import java.util.ArrayList;
import java.util.List;
import org.initbench.check.CheckRow;
import org.initbench.recommend.Budget.Spent;
import org.initbench.result.Metric;
import org.initbench.result.TrialResult;
import org.initbench.stats.Race;
import org.initbench.stats.RaceRow;
import org.initbench.stats.RaceRules;

/**
 * What the stages came to.
 *
 * @param variants one for each point of the study's grid; a single one without
 * @param metric by which the race was judged
 * @param rules of the race
 * @param spent trials of each stage
 * @param rates the learning rates to choose from
 * @param tuning trials at several learning rates, without a look inside their networks
 * @param whyNoRace why the network cannot be trained; empty where it can
 */
public record Recommendation(
        List<Variant> variants,
        Metric metric,
        RaceRules rules,
        Spent spent,
        List<Double> rates,
        List<TrialResult> tuning,
        String whyNoRace) {

    /**
     * One race.
     *
     * @param checks what the check found of each initializer
     * @param dropped those of which it found that they cannot learn
     */
    public record Variant(String variant, List<CheckRow> checks, List<CheckRow> dropped, Race race) {

        /** {@code race.csv}: who was not let in, then every round. */
        public List<RaceRow> rows() {
            List<RaceRow> rows = new ArrayList<>(dropped.stream()
                    .map(row -> RaceRow.without(
                            row.variant(), row.init(), row.verdict().column()))
                    .toList());
            rows.addAll(race.rowsAtEnd());
            return rows;
        }
    }

    /** Rounds that were run, in the race that went on for longest. */
    public int rounds() {
        return variants.stream()
                .mapToInt(variant -> variant.race().round())
                .max()
                .orElse(0);
    }
}
