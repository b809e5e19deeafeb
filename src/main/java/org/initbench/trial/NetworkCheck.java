package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import org.initbench.check.CheckedTrial;
import org.initbench.data.Examples;
import org.initbench.init.Initialization;
import org.initbench.init.NamedInitializer;
import org.initbench.init.Placement;
import org.initbench.init.Seeding;
import org.initbench.init.UnsuitableInitializerException;
import org.initbench.network.Network;
import org.initbench.probe.ProbeListener;
import org.initbench.probe.ProbeSettings;
import org.initbench.result.CurvePoint;
import org.initbench.result.Kept;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.Timing;
import org.initbench.result.TrialFacts;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The check of a network that is there, on one minibatch: what {@link CheckPlan} does for a study.
 *
 * @param network initialized; its parameters, listeners and updater are changed
 * @param features of the minibatch, examples first
 * @param labels of the minibatch
 */
public record NetworkCheck(Network network, INDArray features, INDArray labels) {

    private static final int EXAMPLES = 1000;

    /** What the first updates come to from the values of this initializer. */
    public CheckedTrial of(NamedInitializer initializer, long seed, int repetition) {
        TrialKey key = new TrialKey("network", TrialKey.BASE, initializer.spec(), 0, repetition);
        Placement placement = Placement.everywhere(initializer);
        try {
            network.clearUpdater();
            Initialization.assign(network, placement, Seeding.independent(seed, repetition), features);
            return CheckedTrial.of(updated(key, placement));
        } catch (UnsuitableInitializerException unsuitable) {
            Outcome skipped = new Outcome.Skipped(String.valueOf(unsuitable.getMessage()));
            return CheckedTrial.of(TrialResult.without(key, skipped, "", new Timing(0, 0, 0, 0, 0)));
        }
    }

    private TrialResult updated(TrialKey key, Placement placement) {
        TrialFacts facts = Facts.of(network, placement, new Examples(features, labels));
        List<LayerRow> layers = new ArrayList<>();
        int before = network.iteration();
        int last = before + CheckPlan.UPDATES - 1;
        ProbeSettings settings = new ProbeSettings(
                iteration -> iteration == before || iteration == last, EXAMPLES, 0, new ProbeSettings.Extremes());
        List<CurvePoint> curve = new ArrayList<>();
        Outcome outcome = new Outcome.Completed();
        try (ProbeListener probes = new ProbeListener(network.model(), settings, layers::add)) {
            network.model().setListeners(probes);
            while (network.hasLoss() && curve.size() < CheckPlan.UPDATES && outcome instanceof Outcome.Completed) {
                network.fit(features, labels);
                double loss = network.model().score();
                curve.add(new CurvePoint(curve.size(), curve.size(), 0, new Scores(loss, null), Scores.NONE));
                if (!Double.isFinite(loss)) {
                    outcome = new Outcome.Diverged("loss " + loss + " at iteration " + (curve.size() - 1));
                }
            }
            if (outcome instanceof Outcome.Completed) {
                probes.measure(features, labels);
            }
        }
        return new TrialResult(
                key,
                outcome,
                "",
                curve.size(),
                0,
                Scores.NONE,
                Scores.NONE,
                null,
                null,
                curve,
                layers.stream()
                        .map(row -> row.atIteration(row.iteration() - before))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                facts,
                Kept.ALL,
                new Timing(0, 0, 0, 0, 0));
    }
}
