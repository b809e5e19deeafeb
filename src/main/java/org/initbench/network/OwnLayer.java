package org.initbench.network;

import java.util.Collection;
import java.util.List;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer of one's own, which leaves the shape of what goes through it as it is. */
abstract class OwnLayer extends BaseLayer {

    private static final long serialVersionUID = 1L;

    OwnLayer(Builder<?> builder) {
        super(builder);
    }

    /** For reading a saved network. */
    OwnLayer() {}

    /** Its parameters, in the order in which they lie in the view. */
    abstract List<OwnParameters.Parameter> parameters();

    /** The layer at work, yet without parameters. */
    abstract org.deeplearning4j.nn.layers.BaseLayer<?> running(NeuralNetConfiguration configuration, DataType type);

    @Override
    public org.deeplearning4j.nn.api.Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        org.deeplearning4j.nn.layers.BaseLayer<?> layer = running(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initialize));
        layer.setConf(configuration);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return new OwnParameters(parameters());
    }

    @Override
    public InputType getOutputType(int index, InputType input) {
        return input;
    }

    @Override
    public void setNIn(InputType input, boolean override) {}

    @Override
    public @Nullable InputPreProcessor getPreProcessorForInputType(InputType input) {
        return null;
    }

    @Override
    public boolean isPretrainParam(String parameter) {
        return false;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        long elements = input.arrayElementsPerExample();
        long size = initializer().numParams(this);
        return new LayerMemoryReport.Builder(getLayerName(), getClass(), input, input)
                .standardMemory(size, getIUpdater().stateSize(size))
                .workingMemory(0, 0, 0, elements)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
