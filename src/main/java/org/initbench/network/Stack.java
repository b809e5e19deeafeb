package org.initbench.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.lean.LeanLayers;
import org.initbench.lean.OwnGradientUpdater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A view of a {@code MultiLayerNetwork}. */
record Stack(MultiLayerNetwork model) implements Network {

    @Override
    public List<WeightLayer> layers() {
        return collect().collected();
    }

    @Override
    public List<String> unserved() {
        return collect().unserved();
    }

    private LayerCollector collect() {
        LayerCollector layers = new LayerCollector();
        for (int i = 0; i < size(); i++) {
            layers.add(String.valueOf(i), configuration(i), activationAfter(i));
        }
        return layers;
    }

    private int size() {
        return model.getLayerWiseConfigurations().getConfs().size();
    }

    private Optional<ActivationLayer> activationAfter(int index) {
        for (int i = index + 1; i < size() && !LayerCollector.hasWeights(configuration(i)); i++) {
            if (configuration(i) instanceof ActivationLayer activation) {
                return Optional.of(activation);
            }
        }
        return Optional.empty();
    }

    /** What a layer will be made from, then what it runs by; of a frozen one always the former, as the latter is not frozen. */
    private Layer configuration(int index) {
        Layer configured = model.getLayerWiseConfigurations().getConf(index).getLayer();
        return isInitialized() && !LayerKind.isFrozen(configured)
                ? model.getLayer(index).conf().getLayer()
                : configured;
    }

    @Override
    public List<ResidualBranch> residualBranches() {
        return List.of();
    }

    @Override
    public boolean isPlainStack() {
        return layers().size() == size()
                && IntStream.range(0, size())
                        .allMatch(i -> model.getLayerWiseConfigurations().getInputPreProcess(i) == null)
                && layers().stream().allMatch(layer -> layer.kind().isInTheory());
    }

    @Override
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        String last = "input";
        for (int i = 0; i < size(); i++) {
            InputPreProcessor reshape = model.getLayerWiseConfigurations().getInputPreProcess(i);
            if (reshape != null) {
                parts.add(new Part("before " + i, "before " + i, List.of(last), Passage.of(reshape)));
                last = "before " + i;
            }
            Layer layer = configuration(i);
            String name = layer.getLayerName() == null ? String.valueOf(i) : layer.getLayerName();
            parts.add(new Part(String.valueOf(i), name, List.of(last), Passage.of(layer)));
            last = String.valueOf(i);
        }
        return parts;
    }

    @Override
    public void clearUpdater() {
        INDArray state = model.getUpdater().getStateViewArray();
        if (state != null) {
            state.assign(0);
        }
    }

    @Override
    public boolean isInitialized() {
        return model.getLayers() != null;
    }

    @Override
    public DataType dataType() {
        return model.getLayerWiseConfigurations().getDataType();
    }

    @Override
    public boolean hasLoss() {
        return model.getOutputLayer() instanceof IOutputLayer;
    }

    @Override
    public Optional<LossHolder> loss() {
        return LossHolder.of(model.getOutputLayer().conf().getLayer());
    }

    @Override
    public int iteration() {
        return model.getIterationCount();
    }

    @Override
    public void speedUp() {
        model.setUpdater(new OwnGradientUpdater(model));
        org.deeplearning4j.nn.api.Layer[] layers = model.getLayers();
        for (int i = 0; i < layers.length; i++) {
            boolean isFirst = i == 0 && model.getLayerWiseConfigurations().getInputPreProcess(0) == null;
            layers[i] = LeanLayers.of(layers[i], isFirst);
        }
    }

    @Override
    public void fit(DataSet batch) {
        if (!batch.hasMaskArrays()) {
            model.fit(batch.getFeatures(), batch.getLabels());
            return;
        }
        model.setMask(batch.getFeaturesMaskArray());
        model.fit(batch.getFeatures(), batch.getLabels(), batch.getFeaturesMaskArray(), batch.getLabelsMaskArray());
        model.setMask(null);
    }

    @Override
    public void computeGradients(DataSet batch) {
        model.setInput(batch.getFeatures());
        model.setLabels(batch.getLabels());
        if (batch.hasMaskArrays()) {
            model.setMask(batch.getFeaturesMaskArray());
            model.setLayerMaskArrays(batch.getFeaturesMaskArray(), batch.getLabelsMaskArray());
        }
        model.computeGradientAndScore();
        model.clear();
        model.clearLayerMaskArrays();
        model.setMask(null);
    }

    @Override
    public int batchSize() {
        INDArray labels = model.getLabels();
        return labels == null ? 0 : (int) labels.size(0);
    }

    @Override
    public @Nullable INDArray mask(WeightLayer layer) {
        INDArray ofFeatures = model.getMask();
        return ofFeatures == null || layer.kind().loss().isPresent()
                ? model.getLayer(Integer.parseInt(layer.key())).getMaskArray()
                : ofFeatures;
    }

    @Override
    public void forward(INDArray features, WeightLayer last, boolean training) {
        model.feedForwardToLayer(Integer.parseInt(last.key()), features, training);
    }

    @Override
    public INDArray output(DataSet examples) {
        return model.output(examples.getFeatures(), false, examples.getFeaturesMaskArray(), null);
    }

    @Override
    public INDArray losses(DataSet examples) {
        return model.scoreExamples(examples, false);
    }

    @Override
    public boolean isRegularised() {
        return LayerCollector.isRegularised(model.getLayers());
    }

    @Override
    public double regularisation() {
        return model.calcRegularizationScore(true);
    }
}
