package org.initbench.networkfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.samediff.AbstractSameDiffLayer;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/** The updaters of a network's layers: the file's own, or a study's in their place. */
final class Updaters {

    /** Where the file has none. */
    private static final double RATE = 1e-3;

    private Updaters() {}

    /** Gives layers without an updater Adam at .001; all layers where the file says nothing of training. */
    static void complete(Configured network, boolean saysNothing) {
        forEach(network, layer -> {
            if (layer instanceof BaseLayer own && (saysNothing || own.getIUpdater() == null)) {
                own.setIUpdater(new Adam(RATE));
            } else if (layer instanceof AbstractSameDiffLayer own && (saysNothing || own.getUpdater() == null)) {
                own.setUpdater(new Adam(RATE));
            }
        });
    }

    /** Puts the study's updater, penalties and clipping in the place of the file's. */
    static void replace(Configured network, NeuralNetConfiguration.Builder study) {
        IUpdater updater = study.getIUpdater();
        forEach(network, layer -> {
            if (layer instanceof BaseLayer own) {
                own.setIUpdater(updater.clone());
                own.setBiasUpdater(null);
                own.setRegularization(new ArrayList<>(study.getRegularization()));
                own.setRegularizationBias(new ArrayList<>(study.getRegularizationBias()));
                own.setGradientNormalization(study.getGradientNormalization());
                own.setGradientNormalizationThreshold(study.getGradientNormalizationThreshold());
            } else if (layer instanceof AbstractSameDiffLayer own) {
                own.setUpdater(updater.clone());
                own.setBiasUpdater(null);
                own.setRegularization(new ArrayList<>(study.getRegularization()));
                own.setRegularizationBias(new ArrayList<>(study.getRegularizationBias()));
                own.setGradientNormalization(study.getGradientNormalization());
                own.setGradientNormalizationThreshold(study.getGradientNormalizationThreshold());
            }
        });
    }

    /** Whether any layer of the network has an updater. */
    static boolean has(Configured network) {
        List<IUpdater> updaters = new ArrayList<>();
        forEach(network, layer -> {
            @Nullable IUpdater updater = layer instanceof BaseLayer own ? own.getIUpdater() : null;
            if (updater != null) {
                updaters.add(updater);
            }
        });
        return !updaters.isEmpty();
    }

    private static void forEach(Configured network, Consumer<Layer> action) {
        network.layers().forEach(layer -> visit(layer.getLayer(), action));
    }

    private static void visit(Layer layer, Consumer<Layer> action) {
        if (layer instanceof BaseWrapperLayer wrapper) {
            visit(wrapper.getUnderlying(), action);
        } else if (layer instanceof Bidirectional both) {
            visit(both.getFwd(), action);
            visit(both.getBwd(), action);
        } else {
            action.accept(layer);
        }
    }
}
