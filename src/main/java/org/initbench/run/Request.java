package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** What the coordinator asks of a worker. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Begin.class, name = "begin"),
    @JsonSubTypes.Type(value = Request.Run.class, name = "run"),
    @JsonSubTypes.Type(value = Request.Foresee.class, name = "foresee"),
    @JsonSubTypes.Type(value = Request.Describe.class, name = "describe")
})
sealed interface Request {

    /**
     * Comes first: which trials there are. A {@link Reply.Ready} answers it.
     *
     * @param protocol version that the coordinator speaks
     * @param worker number that signs timings
     * @param study its name
     * @param resolved the whole study, as planned by the coordinator
     * @param fingerprint what the run is of beyond the study; a worker that is of something else rejects it
     * @param data folders that the user named
     * @param cache folder of downloads
     * @param memoryLimit in bytes; a worker that passes twice as much, and 1 GiB, ends itself
     */
    record Begin(
            int protocol,
            int worker,
            String study,
            ObjectNode resolved,
            ObjectNode fingerprint,
            List<Path> data,
            Path cache,
            long memoryLimit)
            implements Request {}

    /** Run the trial at this place of the plan. A {@link Reply.Finished} answers it. */
    record Run(int trial) implements Request {}

    /** Say what initializers can do with the networks of the plan. A {@link Reply.Foreseen} answers it. */
    record Foresee() implements Request {}

    /** Say what the manifest tells of backend and data. A {@link Reply.Described} answers it. */
    record Describe() implements Request {}
}
