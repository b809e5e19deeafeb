package org.initbench.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.layers.recurrent.LastTimeStepLayer;
import org.initbench.network.ScalarLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parts that there are: one line for each kind of layer. */
final class Parts {

    /** What the output makes of its sums, the loss knows. */
    private static final String UNWATCHED = "";

    private final List<Node<Vertex>> vertices;
    private final List<Node<Part>> parts = new ArrayList<>();

    /** Of vertices, places among the parts. */
    private final Map<Integer, Integer> places = new HashMap<>();

    /** Units of vertices whose results lie by columns. */
    private final Map<Integer, Long> units = new HashMap<>();

    private Parts(List<Node<Vertex>> vertices) {
        this.vertices = vertices;
        places.put(Node.INPUT, Node.INPUT);
    }

    /** Those of a network's layers and sums; empty where one of these is not known here. */
    static Optional<List<Node<Part>>> of(List<Node<Vertex>> vertices) {
        return new Parts(vertices).all();
    }

    private Optional<List<Node<Part>>> all() {
        PictureRegion pictures = PictureRegion.of(vertices);
        if (!pictures.nodes().isEmpty()) {
            Optional<Dnnl> dnnl = pictures.isWhole() && isOfFloats() ? Dnnl.here() : Optional.empty();
            if (dnnl.isEmpty()) {
                return Optional.empty();
            }
            places.put(pictures.end(), 0);
            parts.add(new Node<>(new Pictures(dnnl.get(), pictures), List.of(Node.INPUT)));
        }
        for (int i = 0; i < vertices.size(); i++) {
            if (!pictures.places().contains(i) && !add(i, pictures)) {
                return Optional.empty();
            }
        }
        return isShared() ? Optional.empty() : Optional.of(List.copyOf(parts));
    }

    /** Whether oneDNN has arithmetic for the numbers of the network, whose last layer has some. */
    private boolean isOfFloats() {
        return vertices.get(vertices.size() - 1)
                .what()
                .layer()
                .filter(layer -> layer.params().dataType() == DataType.FLOAT)
                .isPresent();
    }

    private boolean add(int place, PictureRegion pictures) {
        Node<Vertex> vertex = vertices.get(place);
        boolean ofPictures = vertex.inputs().stream().anyMatch(pictures.places()::contains);
        boolean isRow =
                ofPictures ? isFlattened(vertex) : vertex.what().before().isEmpty();
        Optional<Part> part = isRow ? part(place) : Optional.empty();
        part.ifPresent(known -> {
            places.put(place, parts.size());
            List<Integer> inputs = vertex.inputs().stream().map(places::get).toList();
            parts.add(new Node<>(known, inputs));
        });
        return part.isPresent();
    }

    private static boolean isFlattened(Node<Vertex> vertex) {
        return vertex.what()
                .before()
                .filter(before ->
                        before instanceof CnnToFeedForwardPreProcessor rows && rows.getFormat() == CNN2DFormat.NCHW)
                .isPresent();
    }

    /** Whether several are given what does not lie by columns. */
    private boolean isShared() {
        Set<Integer> read = new HashSet<>();
        return vertices.stream()
                .flatMap(vertex -> vertex.inputs().stream())
                .filter(input -> input != Node.INPUT && places.containsKey(input) && !read.add(input))
                .anyMatch(input -> !units.containsKey(input));
    }

    /** That of a vertex; empty where its kind, or something that it does, is not known here. */
    private Optional<Part> part(int place) {
        Node<Vertex> vertex = vertices.get(place);
        Optional<Layer> layer = vertex.what().layer();
        if (layer.isEmpty()) {
            return sum(place);
        }
        org.deeplearning4j.nn.conf.layers.Layer configured = layer.get().conf().getLayer();
        if (!isPlain(configured)) {
            return Optional.empty();
        }
        if (configured instanceof ActivationLayer || configured instanceof ScalarLayer) {
            return pointwise(place, layer.get());
        }
        return configured instanceof FeedForwardLayer weights
                ? weighted(place, layer.get(), weights)
                : Optional.empty();
    }

    /** Whether a layer has nothing but parameters and an activation. */
    static boolean isPlain(org.deeplearning4j.nn.conf.layers.Layer layer) {
        return layer.getIDropout() == null
                && (layer.getConstraints() == null || layer.getConstraints().isEmpty())
                && !(layer instanceof org.deeplearning4j.nn.conf.layers.BaseLayer base
                        && base.getWeightNoise() != null);
    }

    private Optional<Part> sum(int place) {
        List<Integer> inputs = vertices.get(place).inputs();
        Long first = units.get(inputs.get(0));
        if (first == null || !inputs.stream().map(units::get).allMatch(first::equals)) {
            return Optional.empty();
        }
        units.put(place, first);
        return Optional.of(new Passed());
    }

    private Optional<Part> pointwise(int place, Layer layer) {
        Long given = units.get(vertices.get(place).inputs().get(0));
        if (given == null) {
            return Optional.empty();
        }
        units.put(place, given);
        if (layer.conf().getLayer() instanceof ScalarLayer scalar) {
            return Optional.of(new Pointwise.Scaled(
                    scalar.getOperation(), only(layer.paramTable()), only(PlannedModel.gradients(layer))));
        }
        return Curve.of(((ActivationLayer) layer.conf().getLayer()).getActivationFn())
                .map(Pointwise.Activated::new);
    }

    /** The one parameter of a {@link ScalarLayer}. */
    private static INDArray only(Map<String, INDArray> parameters) {
        return parameters.values().iterator().next();
    }

    private Optional<Part> weighted(int place, Layer layer, FeedForwardLayer configured) {
        boolean isFirst = vertices.get(place).isFirst();
        String key = String.valueOf(layer.getIndex());
        if (configured.getClass() == OutputLayer.class && place == vertices.size() - 1) {
            // Its activation is the loss's affair.
            return affine(place, layer, Optional.of(new Curve.Identity()), UNWATCHED);
        }
        if (configured.getClass() == DenseLayer.class && !((DenseLayer) configured).hasLayerNorm()) {
            return affine(place, layer, Curve.of(configured.getActivationFn()), key);
        }
        if (configured.getClass() == EmbeddingSequenceLayer.class && isFirst) {
            return words(key, layer, (EmbeddingSequenceLayer) configured);
        }
        return cell(configured)
                .map(cell -> new Recurrent(
                        key,
                        layer.paramTable(),
                        PlannedModel.gradients(layer),
                        cell,
                        layer instanceof LastTimeStepLayer,
                        isFirst));
    }

    private Optional<Part> affine(int place, Layer layer, Optional<Curve> curve, String key) {
        units.put(place, ((FeedForwardLayer) layer.conf().getLayer()).getNOut());
        boolean isFirst = vertices.get(place).isFirst();
        return curve.map(known -> new Affine(key, layer.paramTable(), PlannedModel.gradients(layer), known, isFirst));
    }

    private static Optional<Part> words(String key, Layer layer, EmbeddingSequenceLayer configured) {
        boolean isPlain = !configured.hasBias()
                && configured.isInferInputLength()
                && configured.getOutputFormat() == RNNFormat.NCW
                && configured.getActivationFn() instanceof ActivationIdentity;
        return isPlain
                ? Optional.of(new Words(key, layer.paramTable(), PlannedModel.gradients(layer)))
                : Optional.empty();
    }

    private static Optional<Cell> cell(FeedForwardLayer configured) {
        int units = (int) configured.getNOut();
        Optional<Curve> curve = Curve.of(configured.getActivationFn());
        if (configured.getClass() == SimpleRnn.class) {
            SimpleRnn simple = (SimpleRnn) configured;
            return simple.hasLayerNorm() || simple.getRnnDataFormat() != RNNFormat.NCW
                    ? Optional.empty()
                    : curve.map(known -> new Cell.Simple(units, known));
        }
        if (configured.getClass() == LSTM.class) {
            LSTM lstm = (LSTM) configured;
            Optional<Curve> gate = Curve.of(lstm.getGateActivationFn());
            return lstm.getRnnDataFormat() != RNNFormat.NCW
                    ? Optional.empty()
                    : curve.flatMap(known -> gate.map(of -> new LongShortTermMemory(units, known, of)));
        }
        return Optional.empty();
    }

    /** A sum, which is what it is given. */
    private record Passed() implements Part {

        @Override
        public Signal forward(Signal input) {
            return input;
        }

        @Override
        public @Nullable Signal backward(Signal gradient) {
            return gradient;
        }
    }
}
