package org.initbench.step;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.initbench.lean.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** One updater for all parameters, in one pass over them. */
final class PlainDescent {

    private PlainDescent() {}

    static Optional<Descent> of(PlannedModel network, BaseMultiLayerUpdater<?> ofNetwork) {
        List<UpdaterBlock> blocks = ofNetwork.getUpdaterBlocks();
        if (blocks.size() != 1 || !network.isMean() || !isPlain(network)) {
            return Optional.empty();
        }
        INDArray parameters = network.model().params();
        IUpdater updater = blocks.get(0).getGradientUpdater().getConfig();
        if (updater instanceof Sgd sgd) {
            return Optional.of(new Straight(sgd, Matrix.column(parameters), Matrix.column(network.gradients())));
        }
        if (updater instanceof Adam adam) {
            return Optional.of(AdamDescent.of(adam, parameters, network.gradients(), ofNetwork.getStateViewArray()));
        }
        return Optional.empty();
    }

    /** Whether nothing is added to gradients, and nothing made of them, before the updater has them. */
    private static boolean isPlain(PlannedModel network) {
        for (Layer layer : network.layers()) {
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

        @Override
        public void stepShown(int examples, int iteration, int epoch) {
            gradients.scale(sgd.getLearningRate(iteration, epoch) / examples);
            parameters.add(gradients, -1);
        }
    }
}
