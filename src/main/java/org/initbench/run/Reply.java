package org.initbench.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a worker answers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reply.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Reply.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Reply.Foreseen.class, name = "foreseen"),
    @JsonSubTypes.Type(value = Reply.Described.class, name = "described"),
    @JsonSubTypes.Type(value = Reply.Rejected.class, name = "rejected")
})
sealed interface Reply {

    /** The worker knows its study and speaks this version of the protocol. */
    record Ready(int protocol) implements Reply {}

    /**
     * A trial has ended.
     *
     * @param trial its place in the plan
     * @param status of its outcome
     * @param memory of the worker's process, in bytes
     * @param file what its file is to hold, in Base64
     */
    record Finished(int trial, String status, long memory, String file) implements Reply {}

    /** Trials that will be skipped, and layers that no initializer fills, in sentences. */
    record Foreseen(List<String> sentences) implements Reply {}

    /** A part of the manifest. */
    record Described(ObjectNode manifest) implements Reply {}

    /** A request that could not be read or does not fit; nothing was done. */
    record Rejected(String reason) implements Reply {}
}
