package org.initbench.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.util.GraphIndices;
import org.initbench.lean.OwnGraphGradientUpdater;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** A view of a {@code ComputationGraph} with one input and one output. */
record Graph(ComputationGraph model) implements Network {

    private static final int STEPS_RANK = 3;

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
        Map<String, GraphVertex> vertices = vertices();
        Map<String, ActivationLayer> activations = new HashMap<>();
        vertices.keySet().forEach(name -> layer(name)
                .filter(ActivationLayer.class::isInstance)
                .ifPresent(layer -> activations.put(source(name), (ActivationLayer) layer)));
        vertices.forEach((name, vertex) -> {
            if (vertex instanceof SameDiffVertex parameters) {
                layers.add(name, parameters, Optional.empty());
            }
            layer(name).ifPresent(layer -> layers.add(name, layer, Optional.ofNullable(activations.get(name))));
        });
        return layers;
    }

    private Optional<Layer> layer(String vertex) {
        if (!(model.getConfiguration().getVertices().get(vertex) instanceof LayerVertex layer)) {
            return Optional.empty();
        }
        Layer configured = layer.getLayerConf().getLayer();

        return Optional.of(
                isInitialized() && !LayerKind.isFrozen(configured)
                        ? model.getLayer(vertex).conf().getLayer()
                        : configured);
    }

    /** The layer with weights whose outputs reach a vertex through layers without weights alone; else where that ends. */
    private String source(String vertex) {
        String source = vertex;
        while (inputs(source).size() == 1) {
            source = inputs(source).get(0);
            if (layer(source).map(LayerCollector::hasWeights).orElse(true)) {
                return source;
            }
        }
        return source;
    }

    /** By name, each after its inputs. */
    private Map<String, GraphVertex> vertices() {
        GraphIndices indices = model.calculateIndices();
        Map<String, GraphVertex> vertices = new LinkedHashMap<>();
        for (int index : indices.getTopologicalSortOrder()) {
            String name = indices.getIdxToName().get(index);
            GraphVertex vertex = model.getConfiguration().getVertices().get(name);
            if (vertex != null) {
                vertices.put(name, vertex);
            }
        }
        return vertices;
    }

    @Override
    public List<ResidualBranch> residualBranches() {
        Map<String, Set<String>> before = new HashMap<>();
        List<WeightLayer> layers = layers();
        return vertices().entrySet().stream()
                .filter(vertex ->
                        vertex.getValue() instanceof ElementWiseVertex sum && sum.getOp() == ElementWiseVertex.Op.Add)
                .flatMap(vertex -> branch(vertex.getKey(), before, layers).stream())
                .toList();
    }

    private Optional<ResidualBranch> branch(String sum, Map<String, Set<String>> before, List<WeightLayer> layers) {
        List<String> paths = inputs(sum);
        if (paths.size() != 2) {
            return Optional.empty();
        }
        List<WeightLayer> one = onlyOn(path(paths.get(0), before), path(paths.get(1), before), layers);
        List<WeightLayer> other = onlyOn(path(paths.get(1), before), path(paths.get(0), before), layers);
        if (one.size() == other.size()) {
            return Optional.empty();
        }
        return Optional.of(new ResidualBranch(sum, one.size() > other.size() ? one : other));
    }

    private static List<WeightLayer> onlyOn(Set<String> path, Set<String> other, List<WeightLayer> layers) {
        return layers.stream()
                .filter(layer -> path.contains(layer.key()) && !other.contains(layer.key()))
                .toList();
    }

    /** A vertex and all that lead to it. */
    private Set<String> path(String name, Map<String, Set<String>> known) {
        Set<String> path = known.get(name);
        if (path == null) {
            path = new HashSet<>(Set.of(name));
            for (String input : inputs(name)) {
                path.addAll(path(input, known));
            }
            known.put(name, path);
        }
        return path;
    }

    private List<String> inputs(String vertex) {
        return model.getConfiguration().getVertexInputs().getOrDefault(vertex, List.of());
    }

    @Override
    public boolean isPlainStack() {
        return false;
    }

    @Override
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        vertices().forEach((name, vertex) -> {
            List<String> from = inputs(name);
            if (vertex instanceof LayerVertex layer && layer.getPreProcessor() != null) {
                String before = "before " + name;
                parts.add(new Part(before, before, from, Passage.of(layer.getPreProcessor())));
                from = List.of(before);
            }
            int count = from.size();
            Passage passage = layer(name).map(Passage::of).orElseGet(() -> Passage.of(vertex, count));
            parts.add(new Part(name, name, from, passage));
        });
        return parts;
    }

    /** DL4J itself finds those of layers alone. */
    @Override
    public INDArray parameter(String name) {
        return Objects.requireNonNull(model.paramTable().get(name), name);
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
        return model.getConfiguration().getDataType();
    }

    @Override
    public boolean hasLoss() {
        return Arrays.stream(model.getLayers()).anyMatch(IOutputLayer.class::isInstance);
    }

    @Override
    public Optional<LossHolder> loss() {
        return Arrays.stream(model.getLayers())
                .filter(IOutputLayer.class::isInstance)
                .findFirst()
                .flatMap(layer -> LossHolder.of(layer.conf().getLayer()));
    }

    @Override
    public int iteration() {
        return model.getIterationCount();
    }

    @Override
    public void speedUp() {
        new GraphLayers(model).speedUp();
        if (hasLoss()) {
            // It has views of the memory for gradients, which are now in another place.
            model.setUpdater(new OwnGraphGradientUpdater(model));
        }
    }

    @Override
    public void fit(DataSet batch) {
        model.fit(
                new INDArray[] {batch.getFeatures()},
                new INDArray[] {batch.getLabels()},
                masks(batch.getFeaturesMaskArray()),
                masks(batch.getLabelsMaskArray()));
    }

    /** Null where there is none, as DL4J has it. */
    private static INDArray @Nullable [] masks(@Nullable INDArray mask) {
        return mask == null ? null : new INDArray[] {mask};
    }

    @Override
    public void computeGradients(DataSet batch) {
        model.setInputs(batch.getFeatures());
        model.setLabels(batch.getLabels());
        if (batch.hasMaskArrays()) {
            model.setLayerMaskArrays(masks(batch.getFeaturesMaskArray()), masks(batch.getLabelsMaskArray()));
        }
        model.computeGradientAndScore();
        model.clear();
        model.clearLayerMaskArrays();
    }

    @Override
    public int batchSize() {
        INDArray[] inputs = model.getInputs();
        return inputs == null || inputs[0] == null ? 0 : (int) inputs[0].size(0);
    }

    @Override
    public @Nullable INDArray mask(WeightLayer layer) {
        INDArray[] ofFeatures = model.getInputMaskArrays();
        org.deeplearning4j.nn.api.Layer own = model.getLayer(layer.key());
        if (ofFeatures != null && layer.kind().loss().isEmpty()) {
            return ofFeatures[0];
        }
        return own == null ? null : own.getMaskArray();
    }

    @Override
    public void forward(INDArray features, WeightLayer last, boolean training) {
        forgetLabels();
        model.feedForward(features, training);
    }

    @Override
    public INDArray output(DataSet examples) {
        forgetLabels();
        return model.output(false, new INDArray[] {examples.getFeatures()}, masks(examples.getFeaturesMaskArray()))[0];
    }

    @Override
    public INDArray losses(DataSet examples) {
        forgetLabels();
        WorkspaceMode own = model.getConfiguration().getInferenceWorkspaceMode();
        if (examples.getLabels().rank() == STEPS_RANK) {
            // DL4J sums the losses of steps in a workspace that is closed before it hands them out.
            model.getConfiguration().setInferenceWorkspaceMode(WorkspaceMode.NONE);
        }
        try {
            return model.scoreExamples(examples, false);
        } finally {
            model.getConfiguration().setInferenceWorkspaceMode(own);
        }
    }

    /** DL4J takes those of the minibatch before for the size of the next one, and shapes steps by it. */
    private void forgetLabels() {
        model.setLabels((INDArray[]) null);
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
