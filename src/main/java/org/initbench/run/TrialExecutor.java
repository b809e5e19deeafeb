package org.initbench.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Where trials run: in this JVM, in worker processes, on other machines. It hands back what each trial came to; whoever asks for
 * them is the one who writes. An executor is looked up as built-in, then as a class name on the class path; see
 * {@link TrialExecutors}.
 */
public interface TrialExecutor extends AutoCloseable {

    /**
     * Runs trials. Each is handed over once, as soon as it has ended, in whatever order they end; a trial that takes its process
     * along has failed, and is handed over all the same.
     *
     * @return what the manifest says of backend and data where {@link PendingTrials#isFirst}, else nothing
     * @throws RunStoppedException if they cannot be run to the end; what was handed over stays
     */
    ObjectNode run(PendingTrials pending, TrialReceiver receiver) throws IOException, InterruptedException;

    /** Ends whatever is under way, as this process is told to end; nothing is handed over any more. */
    void stop();

    /** Ends everybody. */
    @Override
    void close() throws IOException;
}
