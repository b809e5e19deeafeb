package org.initbench.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.initbench.result.TrialResult;
import org.initbench.trial.Trial;
import org.initbench.trial.TrialRunner;

/**
 * Runs the first trial of a plan and hands it back under the name of each of them, as fast as it is taken: what a cluster of any size
 * asks of the machine that writes. An executor for {@code scripts/bench-scale.sh}.
 */
public final class ReplayedTrials implements TrialExecutor {

    /** Like every executor; there is nothing to limit or to keep. */
    public ReplayedTrials(WorkerSettings limits, Path logs) {}

    @Override
    public ObjectNode run(PendingTrials pending, TrialReceiver receiver) {
        List<Trial> trials = pending.plan().trials();
        if (!pending.places().isEmpty()) {
            TrialResult first = new TrialRunner(0).run(trials.get(0));
            for (int place : pending.places()) {
                Trial trial = trials.get(place);
                receiver.finished(
                        FinishedTrial.of(place, first.withKey(trial.key()).keeping(trial.kept())));
            }
        }
        return pending.isFirst() ? Manifest.describe(pending.plan()) : JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void stop() {}

    @Override
    public void close() {}
}
