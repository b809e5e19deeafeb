package org.initbench.step;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.initbench.lean.Matrix;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** One updater for all parameters, in one pass over them. */
final class PlainDescent {

    private PlainDescent() {}

    static Optional<Descent> of(MultiLayerNetwork network) {
        List<UpdaterBlock> blocks = network.getUpdater() instanceof BaseMultiLayerUpdater<?> updater
                ? updater.getUpdaterBlocks()
                : List.of();
        boolean isMean = network.getDefaultConfiguration().isMiniBatch();
        if (blocks.size() != 1 || !isMean || !isPlain(network)) {
            return Optional.empty();
        }
        IUpdater updater = blocks.get(0).getGradientUpdater().getConfig();
        if (updater instanceof Sgd sgd) {
            return Optional.of(
                    new Straight(sgd, Matrix.column(network.params()), Matrix.column(network.getFlattenedGradients())));
        }
        if (updater instanceof Adam adam) {
            return Optional.of(AdamDescent.of(
                    adam,
                    network.params(),
                    network.getFlattenedGradients(),
                    network.getUpdater().getStateViewArray()));
        }
        return Optional.empty();
    }

    /** Whether nothing is added to gradients, and nothing made of them, before the updater has them. */
    private static boolean isPlain(MultiLayerNetwork network) {
        for (Layer layer : network.getLayers()) {
            org.deeplearning4j.nn.conf.layers.Layer configured = layer.conf().getLayer();
            GradientNormalization normalization = layer.getConfig().getGradientNormalization();
            if (normalization != null && normalization != GradientNormalization.None) {
                return false;
            }
            for (String parameter : layer.paramTable().keySet()) {
                List<?> regularisations = configured.getRegularizationByParam(parameter);
                if (regularisations != null && !regularisations.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** w ← w − η·g/m. */
    private record Straight(Sgd sgd, Matrix parameters, Matrix gradients) implements Descent {

        @Override
        public boolean step(int examples, int iteration, int epoch) {
            parameters.add(gradients, -sgd.getLearningRate(iteration, epoch) / examples);
            return true;
        }
    }
}
