package org.initbench.engine;

import java.io.IOException;
import org.initbench.harness.Manifest;
import org.initbench.harness.Plan;
import org.initbench.harness.TrialRunner;
import org.initbench.result.FileTrouble;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialResult;

/** A worker that knows its study. */
final class WorkerSession {

    private final Plan plan;
    private final TrialFiles files;
    private final TrialRunner runner;
    private final int protocol;

    WorkerSession(Request.Begin begin, Plan plan) {
        this.plan = plan;
        this.files = new TrialFiles(begin.trials());
        this.runner = new TrialRunner(begin.worker());
        this.protocol = begin.protocol();
    }

    Reply answer(Request request) {
        if (request instanceof Request.Run run) {
            return run.trial() >= 0 && run.trial() < plan.trials().size()
                    ? run(run.trial())
                    : new Reply.Rejected("there is no trial " + run.trial());
        }
        if (request instanceof Request.Describe) {
            return new Reply.Described(Manifest.describe(plan));
        }
        return protocol == Protocol.VERSION
                ? new Reply.Ready(Protocol.VERSION)
                : new Reply.Rejected("protocol " + protocol + " is not spoken here, " + Protocol.VERSION + " is");
    }

    private Reply run(int index) {
        TrialResult result = runner.run(plan.trials().get(index));
        try {
            files.write(index, result);
        } catch (IOException unwritable) {
            return new Reply.Unwritable(FileTrouble.reason(unwritable));
        }
        return new Reply.Finished(
                index, result.outcome().status(), result.timing().memory());
    }
}
