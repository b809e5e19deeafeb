package org.initbench.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.initbench.data.DataFolders;

/**
 * What a worker has to know of a run, so that a trial is a number.
 *
 * @param study its name
 * @param resolved the whole study
 * @param fingerprint what the run is of beyond the study
 * @param folders where data are looked for
 */
record Assignment(String study, ObjectNode resolved, ObjectNode fingerprint, DataFolders folders) {

    /** Of some trials, of which there is at least one in the plan. */
    static Assignment of(PendingTrials pending) {
        return new Assignment(
                pending.plan().name(),
                pending.plan().resolved(),
                pending.fingerprint().fields(),
                pending.plan().trials().get(0).folders());
    }

    Request begin(int number, long memoryLimit) {
        return new Request.Begin(
                Protocol.VERSION, number, study, resolved, fingerprint, folders.given(), folders.cache(), memoryLimit);
    }
}
