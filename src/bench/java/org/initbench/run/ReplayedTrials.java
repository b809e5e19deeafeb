package org.initbench.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.initbench.result.TrialResult;
import org.initbench.trial.Trial;
import org.initbench.trial.TrialRunner;

/**
 * Runs the first trial of a plan and hands it back under the name of each of them, in batches, as fast as they are taken: what a cluster of any size
 * asks of the machine that writes. An executor for {@code scripts/bench-scale.sh}.
 */
public final class ReplayedTrials implements TrialExecutor {

    /** As many trials as a task of a cluster hands back, by and large. */
    private static final int BATCH = 100;

    /** Like every executor; there is nothing to limit or to keep. */
    public ReplayedTrials(WorkerSettings limits, Path logs) {}

    @Override
    public ObjectNode run(PendingTrials pending, TrialReceiver receiver) throws InterruptedException {
        List<Trial> trials = pending.plan().trials();
        if (!pending.places().isEmpty()) {
            TrialResult first = new TrialRunner(0).run(trials.get(0));
            try (HandOver handOver = new HandOver()) {
                List<Integer> places = pending.places();
                for (int from = 0; from < places.size(); from += BATCH) {
                    handOver.all(
                            places.subList(from, Math.min(from + BATCH, places.size())).stream()
                                    .map(place -> finished(place, trials.get(place), first))
                                    .toList(),
                            receiver);
                }
            }
        }
        return pending.isFirst() ? Manifest.describe(pending.plan()) : JsonNodeFactory.instance.objectNode();
    }

    private static FinishedTrial finished(int place, Trial trial, TrialResult first) {
        return FinishedTrial.of(place, first.withKey(trial.key()).keeping(trial.kept()));
    }

    @Override
    public void stop() {}

    @Override
    public void close() {}
}
