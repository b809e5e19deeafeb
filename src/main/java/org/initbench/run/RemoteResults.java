package org.initbench.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of a {@link RemoteBatch}, in a form that travels.
 *
 * @param trials that have ended
 * @param notes what people should know, in sentences
 * @param logs what workers printed that were lost, by the names of files
 * @param described what the manifest tells of where trials run, as JSON
 * @param machine the kind of machine, as JSON
 * @param seconds that it took, from the first trial to the last
 */
public record RemoteResults(
        List<FinishedTrial> trials,
        List<String> notes,
        Map<String, byte[]> logs,
        String described,
        String machine,
        double seconds)
        implements Serializable {

    /** What the manifest tells of where trials run; nothing where that was not asked for. */
    public ObjectNode description() {
        return RemoteRun.tree(described);
    }

    /** Says what there is to be said, and keeps the logs in this folder; the trials themselves are left. */
    public void report(TrialReceiver receiver, Path folder) throws IOException {
        notes.forEach(receiver::note);
        receiver.ranOn(RemoteRun.tree(machine));
        if (!logs.isEmpty()) {
            Files.createDirectories(folder);
        }
        for (Map.Entry<String, byte[]> log : logs.entrySet()) {
            Files.write(folder.resolve(log.getKey()), log.getValue());
        }
    }
}
