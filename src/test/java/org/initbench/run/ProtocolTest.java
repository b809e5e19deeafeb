package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against messages that change on the way, and against obeying what is no message. */
class ProtocolTest {

    static List<Request> requests() {
        return List.of(
                new Request.Begin(
                        Protocol.VERSION,
                        2,
                        "a \"study\"\n",
                        JsonNodeFactory.instance.objectNode().put("seed", Long.MIN_VALUE),
                        JsonNodeFactory.instance.objectNode().put("java", "17"),
                        List.of(Path.of("/data with spaces"), Path.of("/ünicode")),
                        Path.of("/cache"),
                        3L << 30),
                new Request.Run(17),
                new Request.Foresee(),
                new Request.Describe());
    }

    static List<Reply> replies() {
        return List.of(
                new Reply.Ready(Protocol.VERSION),
                new Reply.Finished(3, "completed", 1L << 40, "H4sI"),
                new Reply.Described(JsonNodeFactory.instance.objectNode().put("blas", "OPENBLAS")),
                new Reply.Foreseen(List.of("fixup will be skipped")),
                new Reply.Rejected("no"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsOneLineAndComesBackAsItWas(Request request) {
        assertThat(Protocol.line(request)).hasLineCount(1);
        assertThat(Protocol.message(Protocol.line(request), Request.class)).contains(request);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void aReplyIsOneLineAndComesBackAsItWas(Reply reply) {
        assertThat(Protocol.line(reply)).hasLineCount(1);
        assertThat(Protocol.message(Protocol.line(reply), Reply.class)).contains(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "garbage",
                "[]",
                "{}",
                "{\"type\":\"finish\"}",
                "{\"type\":\"finished\"}",
                "{\"type\":\"finished\",\"trial\":1}",
                "{\"type\":\"finished\",\"trial\":\"one\",\"status\":\"completed\",\"memory\":1,\"file\":\"\"}",
                "{\"type\":\"finished\",\"trial\":1,\"status\":\"completed\",\"file\":\"\"}",
                "{\"type\":\"finished\",\"trial\":1,\"status\":\"completed\",\"memory\":1,\"file\":\"\",\"more\":0}",
                "{\"type\":\"finished\",\"trial\":1,\"status\":\"completed\",\"memory\":1,\"file\":\"\"} trailing",
                "{\"type\":\"java.lang.Runtime\"}"
            })
    void whatIsNoReplyIsNone(String line) {
        assertThat(Protocol.message(line, Reply.class)).isEmpty();
    }

    @Test
    void aLineWithoutAnEndIsCutInsteadOfFillingMemory() throws IOException {
        String endless = "x".repeat(3 << 20);
        Lines lines = new Lines(
                new ByteArrayInputStream((endless + "\nnext\r\nlast").getBytes(StandardCharsets.UTF_8)), 1 << 20);
        assertThat(lines.next()).hasValueSatisfying(line -> assertThat(line).hasSize(1 << 20));
        assertThat(lines.next()).contains("next");
        assertThat(lines.next()).contains("last");
        assertThat(lines.next()).isEqualTo(Optional.empty());
    }

    @Test
    void whatIsQuotedInAMessageIsShortAndPrintable() {
        assertThat(Excerpt.of("\u0000\u001b[31mred\n")).isEqualTo("  [31mred ");
        assertThat(Excerpt.of("😀".repeat(200))).isEqualTo("😀".repeat(100) + "…");
    }
}
