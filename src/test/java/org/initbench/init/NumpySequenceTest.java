package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Prevents a NumPy program's first weights from being reproduced in another order or to fewer digits. */
class NumpySequenceTest {

    @ParameterizedTest
    @CsvSource({"he_normal,he", "random_large,random"})
    void layersAreDrawnOneAfterTheOtherToTheLastDigit(String spec, String document) throws IOException {
        MultiLayerNetwork network = Networks.initialized(
                Networks.of(DataType.DOUBLE, Networks.dense(2, 10), Networks.dense(10, 5), Networks.dense(5, 1)),
                spec,
                Seeding.numpySequence(3));
        JsonNode layers = reference().path("weights").path(document);
        assertThat(layers).hasSize(3);
        for (int layer = 0; layer < layers.size(); layer++) {
            INDArray weights = network.getParam(layer + "_W");
            JsonNode units = layers.path(layer);
            assertThat(weights.shape()).containsExactly(units.path(0).size(), units.size());
            for (int unit = 0; unit < weights.columns(); unit++) {
                for (int input = 0; input < weights.rows(); input++) {
                    assertThat(weights.getDouble(input, unit))
                            .isEqualTo(units.path(unit).path(input).doubleValue());
                }
            }
        }
    }

    private static JsonNode reference() throws IOException {
        try (InputStream json =
                NumpySequenceTest.class.getResourceAsStream("/reference/moons-initial-weights-seed3.json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
