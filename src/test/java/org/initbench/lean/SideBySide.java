package org.initbench.lean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Two models of one configuration, the second of which is sped up; whatever is drawn at random is the same for both. */
final class SideBySide {

    private SideBySide() {}

    /**
     * Trains both step by step; they must agree in every bit, in their outputs too.
     *
     * @param layers classes of the other's layers once it is sped up: without lean ones there would be nothing to compare
     */
    static void assertTrainAlike(
            Model model, Model other, List<String> layers, INDArray features, INDArray labels, int steps) {
        Network plain = Network.of(model);
        Network spedUp = Network.of(other);
        spedUp.speedUp();
        assertThat(layers(other)).containsExactlyElementsOf(layers);
        for (int step = 0; step < steps; step++) {
            Nd4j.getRandom().setSeed(step + 1);
            plain.fit(features, labels);
            Nd4j.getRandom().setSeed(step + 1);
            spedUp.fit(features, labels);
            assertThat(other.score()).isEqualTo(model.score());
        }
        assertThat(other.params().toDoubleVector())
                .containsExactly(model.params().toDoubleVector());
        assertThat(spedUp.output(features).toDoubleMatrix())
                .isDeepEqualTo(plain.output(features).toDoubleMatrix());
    }

    private static List<String> layers(Model model) {
        Layer[] layers =
                model instanceof ComputationGraph graph ? graph.getLayers() : ((MultiLayerNetwork) model).getLayers();
        return Arrays.stream(layers)
                .map(layer -> layer.getClass().getSimpleName())
                .toList();
    }
}
