package org.initbench.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.initbench.network.ScalarLayer.Operation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The one parameter of a {@link ScalarLayer}, of shape [1, 1]. */
record ScalarParameter(Operation operation) implements ParamInitializer {

    @Override
    public long numParams(NeuralNetConfiguration configuration) {
        return 1;
    }

    @Override
    public long numParams(Layer layer) {
        return 1;
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return List.of(operation.key);
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of();
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return paramKeys(layer);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return false;
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return key.equals(operation.key);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration configuration, INDArray view, boolean initialize) {
        if (initialize) {
            view.assign(operation.first);
        }
        configuration.addVariable(operation.key);
        return parameter(view);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration configuration, INDArray view) {
        return parameter(view);
    }

    /** DL4J adds to this map. */
    private Map<String, INDArray> parameter(INDArray view) {
        return new HashMap<>(Map.of(operation.key, view.reshape(1, 1)));
    }
}
