package org.initbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** A variant split at every separator lost the end of a value that holds one itself. */
class GridAxesTest {

    @Test
    void theAxesStandInTheOrderOfTheFile() throws JsonProcessingException {
        GridAxes axes = axes("{\"network.depth\": [5, 10], \"network.activation\": [\"relu\", \"tanh\"]}");
        assertThat(axes.paths()).containsExactly("network.depth", "network.activation");
        String variant = "network.depth=5;network.activation=relu";
        assertThat(axes.value(variant, "network.depth")).isEqualTo("5");
        assertThat(axes.value(variant, "network.activation")).isEqualTo("relu");
    }

    @Test
    void aValueMayHoldWhatSeparatesOthers() throws JsonProcessingException {
        GridAxes axes = axes("{\"data.file\": [\"a\"], \"network.hidden\": [1], \"training.updater\": [1]}");
        String variant = "data.file=a;b=c;network.hidden=[64,64];training.updater={name:sgd;rate=1}";
        assertThat(axes.value(variant, "data.file")).isEqualTo("a;b=c");
        assertThat(axes.value(variant, "network.hidden")).isEqualTo("[64,64]");
        assertThat(axes.value(variant, "training.updater")).isEqualTo("{name:sgd;rate=1}");
    }

    @Test
    void aPathThatBeginsLikeAnotherIsNotTakenForIt() throws JsonProcessingException {
        GridAxes axes = axes("{\"network.depth\": [1], \"network.depthwise\": [1]}");
        assertThat(axes.value("network.depth=1;network.depthwise=2", "network.depth"))
                .isEqualTo("1");
        assertThat(axes.value("network.depth=1;network.depthwise=2", "network.depthwise"))
                .isEqualTo("2");
    }

    @Test
    void withoutAGridThereIsNoAxis() throws JsonProcessingException {
        assertThat(axes("{}").paths()).isEmpty();
        assertThat(GridAxes.of(new ObjectMapper().createObjectNode()).paths()).isEmpty();
        assertThat(axes("{\"network.depth\": [5]}").value("base", "network.depth"))
                .isEmpty();
        assertThat(axes("{}").value("", "network.depth")).isEmpty();
    }

    private static GridAxes axes(String grid) throws JsonProcessingException {
        return GridAxes.of((ObjectNode) new ObjectMapper().readTree("{\"grid\": " + grid + "}"));
    }
}
