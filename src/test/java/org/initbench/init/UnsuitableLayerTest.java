package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.initbench.network.UnsuitableLayerException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents a layer that the catalog has no rule for from training with weights of DL4J's choice. */
class UnsuitableLayerTest {

    @Test
    void aLayerWithoutRuleIsRefusedByName() {
        MultiLayerConfiguration lstm =
                Networks.of(DataType.DOUBLE, new LSTM.Builder().nIn(3).nOut(2).build());
        assertThatThrownBy(() -> Networks.initialized(lstm, "he_normal", Seeding.independent(1, 0)))
                .isInstanceOf(UnsuitableLayerException.class)
                .hasMessage(
                        "layer layer0 is of type LSTM, whose weights no initializer has a rule for; use dense, output, "
                                + "ConvolutionLayer, SimpleRnn or embedding layers");
    }
}
