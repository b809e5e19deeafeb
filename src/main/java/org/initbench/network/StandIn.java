package org.initbench.network;

import java.io.IOException;
import org.nd4j.shade.jackson.core.JsonGenerator;
import org.nd4j.shade.jackson.databind.JsonSerializer;
import org.nd4j.shade.jackson.databind.SerializerProvider;
import org.nd4j.shade.jackson.databind.annotation.JsonSerialize;
import org.nd4j.shade.jackson.databind.jsontype.TypeSerializer;

/**
 * Takes the place of a function in a layer's configuration for a while. Who saves the network meanwhile saves the function
 * itself: what is saved can be read where there is no initbench.
 */
@JsonSerialize(using = StandIn.AsOriginal.class)
public interface StandIn {

    /** The function that it stands in for. */
    Object original();

    /** Writes the function in place of what stands in for it. */
    final class AsOriginal extends JsonSerializer<StandIn> {

        @Override
        public void serialize(StandIn standIn, JsonGenerator json, SerializerProvider serializers) throws IOException {
            serializers
                    .findValueSerializer(standIn.original().getClass())
                    .serialize(standIn.original(), json, serializers);
        }

        @Override
        public void serializeWithType(
                StandIn standIn, JsonGenerator json, SerializerProvider serializers, TypeSerializer type)
                throws IOException {
            serializers
                    .findValueSerializer(standIn.original().getClass())
                    .serializeWithType(standIn.original(), json, serializers, type);
        }
    }
}
