package org.initbench.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.VertexIndices;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a plan asks of a network that is initialized, be it a stack or a graph. */
interface PlannedModel {

    /** DL4J's object. */
    Model model();

    /** Those with which DL4J goes, in its order. */
    List<Layer> layers();

    /** By what name gradients of a layer go. */
    String name(Layer layer);

    /** Layers and sums, the output last; empty where there is anything else, or not one input and one output. */
    List<Node<Vertex>> vertices();

    BackpropType backpropType();

    /** The memory of all gradients. */
    INDArray gradients();

    /** The same by DL4J's names. */
    default Gradient namedGradients() {
        Gradient parts = new DefaultGradient(gradients());
        for (Layer layer : layers()) {
            String name = name(layer);
            gradients(layer).forEach((parameter, gradient) -> parts.setGradientFor(name + "_" + parameter, gradient));
        }
        return parts;
    }

    /** Empty where it is one of the user's. */
    Optional<BaseMultiLayerUpdater<?>> updater();

    /** Updates made so far. */
    int iteration();

    /** Passes made so far. */
    int epoch();

    /** Sets the number of updates made. */
    void setIteration(int iteration);

    /** Whether updates go by the mean over examples, not by their sum. */
    default boolean isMean() {
        return layers().get(0).conf().isMiniBatch();
    }

    /** The view of a model. */
    static Optional<PlannedModel> of(Model model) {
        if (model instanceof MultiLayerNetwork stack) {
            return Optional.of(new OfStack(stack));
        }
        return model instanceof ComputationGraph graph ? Optional.of(new OfGraph(graph)) : Optional.empty();
    }

    /** The network's memory for the gradients of a layer's parameters, by DL4J's names. */
    static Map<String, INDArray> gradients(Layer layer) {
        return layer.numParams() == 0
                ? Collections.emptyMap()
                : layer.conf()
                        .getLayer()
                        .initializer()
                        .getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray());
    }

    /** Layers one after the other. */
    record OfStack(MultiLayerNetwork model) implements PlannedModel {

        @Override
        public List<Layer> layers() {
            return List.of(model.getLayers());
        }

        @Override
        public String name(Layer layer) {
            return String.valueOf(layer.getIndex());
        }

        @Override
        public List<Node<Vertex>> vertices() {
            List<Node<Vertex>> vertices = new ArrayList<>();
            for (Layer layer : model.getLayers()) {
                int place = vertices.size();
                Vertex vertex = new Vertex(
                        Optional.of(layer),
                        Optional.ofNullable(model.getLayerWiseConfigurations().getInputPreProcess(place)));
                vertices.add(new Node<>(vertex, List.of(place - 1)));
            }
            return vertices;
        }

        @Override
        public BackpropType backpropType() {
            return model.getLayerWiseConfigurations().getBackpropType();
        }

        @Override
        public INDArray gradients() {
            if (model.getFlattenedGradients() == null) {
                model.initGradientsView();
            }
            return model.getFlattenedGradients();
        }

        @Override
        public Optional<BaseMultiLayerUpdater<?>> updater() {
            return model.getUpdater() instanceof BaseMultiLayerUpdater<?> updater
                    ? Optional.of(updater)
                    : Optional.empty();
        }

        @Override
        public int iteration() {
            return model.getIterationCount();
        }

        @Override
        public int epoch() {
            return model.getEpochCount();
        }

        @Override
        public void setIteration(int iteration) {
            model.getLayerWiseConfigurations().setIterationCount(iteration);
        }
    }

    /** Layers and element-wise sums. */
    record OfGraph(ComputationGraph model) implements PlannedModel {

        @Override
        public List<Layer> layers() {
            return List.of(model.getLayers());
        }

        @Override
        public String name(Layer layer) {
            return layer.conf().getLayer().getLayerName();
        }

        @Override
        public List<Node<Vertex>> vertices() {
            ComputationGraphConfiguration configuration = model.getConfiguration();
            List<String> outputs = configuration.getNetworkOutputs();
            List<Node<Vertex>> vertices = new ArrayList<>();
            Map<Integer, Integer> places = new HashMap<>();
            String last = "";
            for (int index : model.topologicalSortOrder()) {
                GraphVertex vertex = model.getVertices()[index];
                if (vertex.isInputVertex()) {
                    places.put(index, Node.INPUT);
                    continue;
                }
                Optional<Vertex> known = vertex(configuration, vertex);
                if (known.isEmpty()) {
                    return List.of();
                }
                List<Integer> inputs = Arrays.stream(vertex.getInputVertices())
                        .map(VertexIndices::getVertexIndex)
                        .map(places::get)
                        .toList();
                places.put(index, vertices.size());
                vertices.add(new Node<>(known.get(), inputs));
                last = vertex.getVertexName();
            }
            boolean isOneToOne = configuration.getNetworkInputs().size() == 1 && outputs.equals(List.of(last));
            return isOneToOne ? vertices : List.of();
        }

        private static Optional<Vertex> vertex(ComputationGraphConfiguration configuration, GraphVertex vertex) {
            if (vertex instanceof LayerVertex layer) {
                return Optional.of(
                        new Vertex(Optional.of(layer.getLayer()), Optional.ofNullable(layer.getLayerPreProcessor())));
            }
            return configuration.getVertices().get(vertex.getVertexName()) instanceof ElementWiseVertex sum
                            && sum.getOp() == ElementWiseVertex.Op.Add
                    ? Optional.of(new Vertex(Optional.empty(), Optional.empty()))
                    : Optional.empty();
        }

        @Override
        public BackpropType backpropType() {
            return model.getConfiguration().getBackpropType();
        }

        @Override
        public INDArray gradients() {
            if (model.getFlattenedGradients() == null) {
                model.initGradientsView();
            }
            return model.getFlattenedGradients();
        }

        @Override
        public Optional<BaseMultiLayerUpdater<?>> updater() {
            return Optional.ofNullable(model.getUpdater());
        }

        @Override
        public int iteration() {
            return model.getIterationCount();
        }

        @Override
        public int epoch() {
            return model.getEpochCount();
        }

        @Override
        public void setIteration(int iteration) {
            model.getConfiguration().setIterationCount(iteration);
        }
    }
}
