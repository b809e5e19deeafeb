package org.initbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.initbench.config.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against wrappers that keep from the layer inside what is set for the network: they need no audit of their own. */
class WrappedLayerTest {

    /**
     * A layer in a wrapper.
     *
     * @param family by which the layer inside is audited
     */
    private record Wrapped(String family, Supplier<Layer> layer) {

        LayerCase layerCase() {
            LayerDefinition inside =
                    LayerFamily.parse(family + ":96:64", new Problems()).get(0).definition();
            LayerDefinition definition =
                    LayerDefinition.of(InputType.recurrent(96, 5), layer, inside.biases(), inside.readings());
            return LayerCase.of("wrapped", "wrapped:96:64", definition, new Problems())
                    .get(0);
        }
    }

    static List<Wrapped> wrapped() {
        return List.of(
                new Wrapped("lstm", () -> new LastTimeStep(lstm())),
                new Wrapped("lstm", () -> new MaskZeroLayer(lstm(), 0)),
                new Wrapped(
                        "dense",
                        () -> new TimeDistributed(
                                new DenseLayer.Builder().nIn(96).nOut(64).build())));
    }

    private static Layer lstm() {
        return new LSTM.Builder().nOut(64).build();
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void rulesAndBiasesArriveInsideOfAWrapper(Wrapped wrapped) {
        LayerCase layer = wrapped.layerCase();
        LayerAudit audit = LayerAudit.of(List.of(layer));
        assertThat(audit.rows()).hasSizeGreaterThanOrEqualTo(6).allMatch(LayerRow::isConfirmed);
        assertThat(audit.biases())
                .isNotEmpty()
                .allMatch(row -> row.arrives() == layer.definition().biases().arrives());
    }
}
