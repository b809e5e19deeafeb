package org.initbench.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.initbench.trial.Suitability;
import org.initbench.trial.Trial;
import org.initbench.trial.TrialRunner;

/** Runs one trial after the other in this JVM, which one that crashes in native code takes along. */
final class ThisJvm implements TrialExecutor {

    /** In place of a worker's number. */
    private static final int THIS_JVM = 0;

    private volatile boolean isStopped;

    @Override
    public ObjectNode run(PendingTrials pending, TrialReceiver receiver) {
        if (pending.isFirst()) {
            Suitability.sentences(pending.plan()).forEach(receiver::note);
        }
        TrialRunner runner = new TrialRunner(THIS_JVM);
        for (int place : pending.places()) {
            if (isStopped) {
                break;
            }
            Trial trial = pending.plan().trials().get(place);
            pending.fingerprint().difference(trial).ifPresent(why -> {
                throw StopReason.refused(Task.RunTrial.name(place), "the run was " + why);
            });
            receiver.finished(FinishedTrial.of(place, runner.run(trial)));
        }
        return pending.isFirst() ? Manifest.describe(pending.plan()) : JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void stop() {
        isStopped = true;
    }

    @Override
    public void close() {}
}
