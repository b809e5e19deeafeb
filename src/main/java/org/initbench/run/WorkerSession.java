package org.initbench.run;

import java.util.Base64;
import java.util.Optional;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialResult;
import org.initbench.trial.Plan;
import org.initbench.trial.Suitability;
import org.initbench.trial.Trial;
import org.initbench.trial.TrialRunner;

/** A worker that knows its study. */
final class WorkerSession {

    private final Plan plan;
    private final TrialRunner runner;
    private final int protocol;
    private final Fingerprint fingerprint;

    WorkerSession(Request.Begin begin, Plan plan) {
        this.plan = plan;
        this.runner = new TrialRunner(begin.worker());
        this.protocol = begin.protocol();
        this.fingerprint = new Fingerprint(begin.fingerprint());
    }

    Reply answer(Request request) {
        if (request instanceof Request.Run run) {
            return run.trial() >= 0 && run.trial() < plan.trials().size()
                    ? run(run.trial())
                    : new Reply.Rejected("there is no trial " + run.trial());
        }
        if (request instanceof Request.Foresee) {
            return new Reply.Foreseen(Suitability.sentences(plan));
        }
        if (request instanceof Request.Describe) {
            return new Reply.Described(Manifest.describe(plan));
        }
        return protocol == Protocol.VERSION
                ? fingerprint
                        .difference(Fingerprint.of(plan))
                        .<Reply>map(why -> new Reply.Rejected("the run was " + why))
                        .orElseGet(() -> new Reply.Ready(Protocol.VERSION))
                : new Reply.Rejected("protocol " + protocol + " is not spoken here, " + Protocol.VERSION + " is");
    }

    private Reply run(int index) {
        Trial trial = plan.trials().get(index);
        Optional<String> otherData = fingerprint.difference(trial);
        if (otherData.isPresent()) {
            return new Reply.Rejected("the run was " + otherData.get());
        }
        TrialResult result = runner.run(trial);
        return new Reply.Finished(
                index,
                result.outcome().status(),
                result.timing().memory(),
                Base64.getEncoder().encodeToString(TrialFiles.content(result)));
    }
}
