package org.initbench.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initbench.result.LayerRow;
import org.initbench.result.TrialResult;

/**
 * A trial whose layers were measured very often, cut to what a page or a picture can show: evenly spaced among the measured
 * iterations, the first and the last always being there.
 */
final class Thinned {

    private static final int MOST_MEASURED = 200;
    private static final int MOST_HISTOGRAMS = 12;

    private Thinned() {}

    static TrialResult of(TrialResult trial) {
        List<Integer> measured = trial.layers().stream()
                .map(LayerRow::iteration)
                .distinct()
                .sorted()
                .toList();
        if (measured.size() <= MOST_HISTOGRAMS) {
            return trial;
        }
        Set<Integer> shown = spaced(measured, MOST_MEASURED);
        Set<Integer> withHistogram = spaced(measured, MOST_HISTOGRAMS);
        return trial.withLayers(trial.layers().stream()
                .filter(row -> shown.contains(row.iteration()) || withHistogram.contains(row.iteration()))
                .map(row -> withHistogram.contains(row.iteration()) ? row : row.withoutHistogram())
                .toList());
    }

    private static Set<Integer> spaced(List<Integer> iterations, int most) {
        if (iterations.size() <= most) {
            return Set.copyOf(iterations);
        }
        Set<Integer> spaced = new HashSet<>();
        for (int i = 0; i < most; i++) {
            spaced.add(iterations.get((int) Math.round((double) i * (iterations.size() - 1) / (most - 1))));
        }
        return spaced;
    }
}
