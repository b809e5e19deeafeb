package org.initbench.run;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** One message a line, as JSON, told apart by its {@code type}. */
final class Protocol {

    /** Of the messages and what they mean; both sides have to agree. */
    static final int VERSION = 4;

    /** The file of a trial is one long text. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    private Protocol() {}

    /** The message as a line, without its end. */
    static String line(Object message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JacksonException impossible) {
            throw new IllegalStateException(message + " has no JSON form", impossible);
        }
    }

    /** The message of a line; empty where the line is none. */
    static <M> Optional<M> message(String line, Class<M> kind) {
        try {
            return Optional.ofNullable(JSON.readValue(line, kind));
        } catch (JacksonException garbage) {
            return Optional.empty();
        }
    }
}
