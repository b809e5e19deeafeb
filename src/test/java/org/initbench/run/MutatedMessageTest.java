package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.testing.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prevents a line that is damaged anywhere from ending a run, or from being obeyed for what it does not say. */
class MutatedMessageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aFewDamagedLinesAreNoMessagesOrSayWhatTheyMean() throws IOException {
        lines(Mutations.FEW);
    }

    @Tag("slow")
    @Test
    void manyDamagedLinesAreNoMessagesOrSayWhatTheyMean() throws IOException {
        lines(Mutations.MANY);
    }

    private static void lines(int count) throws IOException {
        for (Reply reply : ProtocolTest.replies()) {
            damaged(reply, Reply.class, count);
        }
        for (Request request : ProtocolTest.requests()) {
            damaged(request, Request.class, count);
        }
    }

    private static <M> void damaged(M original, Class<M> kind, int count) throws IOException {
        byte[] bytes = (Protocol.line(original) + "\n").getBytes(StandardCharsets.UTF_8);
        Stream<byte[]> all = Mutations.of(bytes, 6, count);
        for (byte[] damaged : (Iterable<byte[]>) all::iterator) {
            Lines lines = new Lines(new ByteArrayInputStream(damaged), Lines.LONGEST_REPLY);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<M> read = Protocol.message(line.get(), kind);
                if (read.isPresent()) {
                    String meant = Protocol.line(read.get());
                    assertThat(type(meant)).isEqualTo(type(line.get()));
                    assertThat(Protocol.message(meant, kind).map(Protocol::line))
                            .contains(meant);
                }
            }
        }
    }

    private static String type(String line) throws IOException {
        return JSON.readTree(line).path("type").asText();
    }
}
