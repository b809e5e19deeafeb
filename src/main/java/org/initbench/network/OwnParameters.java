package org.initbench.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of a layer of one's own, matrices in Fortran order one after the other.
 *
 * @param all in the order in which they lie in the view
 */
record OwnParameters(List<Parameter> all) implements ParamInitializer {

    /**
     * One of them.
     *
     * @param key DL4J's within the layer
     * @param first what it begins at, if it is no weight
     * @param isWeight whether the layer's weight initialization fills it; otherwise it counts as a bias
     */
    record Parameter(String key, long rows, long columns, double first, boolean isWeight) {

        /** A number that begins so. */
        static Parameter scalar(String key, double first) {
            return row(key, 1, first);
        }

        /** Numbers that all begin so. */
        static Parameter row(String key, long columns, double first) {
            return new Parameter(key, 1, columns, first, false);
        }

        /** Weights, [inputs, units]. */
        static Parameter weights(String key, long rows, long columns) {
            return new Parameter(key, rows, columns, 0, true);
        }

        private void fill(INDArray view, NeuralNetConfiguration configuration) {
            if (isWeight) {
                long[] shape = {rows, columns};
                ((OwnLayer) configuration.getLayer())
                        .getWeightInitFn()
                        .init((double) rows, (double) columns, shape, 'f', view);
            } else {
                view.assign(first);
            }
        }
    }

    @Override
    public long numParams(NeuralNetConfiguration configuration) {
        return size();
    }

    @Override
    public long numParams(Layer layer) {
        return size();
    }

    private long size() {
        return all.stream().mapToLong(each -> each.rows * each.columns).sum();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return keys(each -> true);
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return keys(Parameter::isWeight);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return keys(each -> !each.isWeight);
    }

    private List<String> keys(Predicate<Parameter> wanted) {
        return all.stream().filter(wanted).map(Parameter::key).toList();
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration configuration, INDArray view, boolean initialize) {
        Map<String, INDArray> parts = parts(view);
        for (Parameter parameter : all) {
            if (initialize) {
                INDArray part = Objects.requireNonNull(parts.get(parameter.key));
                parameter.fill(part.reshape('f', 1, part.length()), configuration);
            }
            configuration.addVariable(parameter.key);
        }
        return parts;
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration configuration, INDArray view) {
        return parts(view);
    }

    /** DL4J adds to this map. */
    private Map<String, INDArray> parts(INDArray view) {
        Map<String, INDArray> parts = new HashMap<>();
        INDArray flat = view.reshape(view.length());
        long from = 0;
        for (Parameter parameter : all) {
            long to = from + parameter.rows * parameter.columns;
            INDArray part = flat.get(NDArrayIndex.interval(from, to));
            parts.put(parameter.key, part.reshape('f', parameter.rows, parameter.columns));
            from = to;
        }
        return parts;
    }
}
