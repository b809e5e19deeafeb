package org.initbench.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.initbench.data.DataFolders;

/**
 * What another machine has to know of a run, in a form that travels.
 *
 * @param study its name
 * @param resolved the whole study, as JSON
 * @param fingerprint what the run is of beyond the study, as JSON
 * @param data folders that the user named; relative ones are looked for in the working folder there
 * @param memoryLimit of a worker, in bytes
 * @param trialLimit after which a trial counts as hanging
 */
public record RemoteRun(
        String study, String resolved, String fingerprint, List<String> data, long memoryLimit, Duration trialLimit)
        implements Serializable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of some trials, of which there is at least one in the plan. */
    public static RemoteRun of(PendingTrials pending, WorkerSettings limits) {
        Assignment assignment = Assignment.of(pending);
        return new RemoteRun(
                assignment.study(),
                assignment.resolved().toString(),
                assignment.fingerprint().toString(),
                assignment.folders().given().stream().map(Path::toString).toList(),
                limits.memoryLimit(),
                limits.trialLimit());
    }

    /** The same for workers here. */
    Assignment assignment() {
        List<Path> folders = data.stream().map(Path::of).toList();
        return new Assignment(study, tree(resolved), tree(fingerprint), DataFolders.of(folders));
    }

    /** Of one worker. */
    WorkerSettings limits() {
        return new WorkerSettings(1, memoryLimit, trialLimit, false);
    }

    static ObjectNode tree(String json) {
        try {
            return JSON.readValue(json, ObjectNode.class);
        } catch (JacksonException impossible) {
            throw new IllegalStateException("a tree that was written can be read", impossible);
        }
    }
}
