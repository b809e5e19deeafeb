package org.initbench.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.layers.recurrent.LastTimeStepLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** The parts that there are: one line for each kind of layer. */
final class Parts {

    private Parts() {}

    /** Those of a network; empty where one of its layers is not known here. */
    static Optional<List<Part>> of(MultiLayerNetwork network) {
        Layer[] layers = network.getLayers();
        Map<Integer, InputPreProcessor> between =
                network.getLayerWiseConfigurations().getInputPreProcessors();
        List<Part> parts = new ArrayList<>();
        List<PictureLayer> pictures = pictures(layers, between);
        int next = pictures.size();
        if (!isRows(between, next)) {
            return Optional.empty();
        }
        if (!pictures.isEmpty()) {
            Dnnl.here().ifPresent(dnnl -> parts.add(new Pictures(dnnl, pictures, true)));
        }
        boolean isServed = pictures.isEmpty() || !parts.isEmpty();
        for (; next < layers.length && isServed; next++) {
            Optional<Part> part = of(layers[next], next == layers.length - 1, parts.isEmpty());
            part.ifPresent(parts::add);
            isServed = part.isPresent();
        }
        return isServed ? Optional.of(List.copyOf(parts)) : Optional.empty();
    }

    /** Those with which a network begins. */
    private static List<PictureLayer> pictures(Layer[] layers, Map<Integer, InputPreProcessor> between) {
        List<PictureLayer> pictures = new ArrayList<>();
        while (pictures.size() < layers.length && !between.containsKey(pictures.size())) {
            Optional<PictureLayer> picture = PictureLayer.of(layers[pictures.size()]);
            if (picture.isEmpty()) {
                break;
            }
            pictures.add(picture.get());
        }
        return List.copyOf(pictures);
    }

    /** Whether nothing goes on between layers but that so many layers of pictures, where there are any, end in rows. */
    private static boolean isRows(Map<Integer, InputPreProcessor> between, int pictures) {
        if (pictures == 0) {
            return between.isEmpty();
        }
        return between.size() == 1
                && between.get(pictures) instanceof CnnToFeedForwardPreProcessor rows
                && rows.getFormat() == CNN2DFormat.NCHW;
    }

    /**
     * That of a layer; empty where its kind, or something that it does, is not known here.
     *
     * @param isLast whether it is the output layer, whose activation is the loss's affair
     * @param isFirst whether nothing asks for the gradient with respect to the layer's input
     */
    private static Optional<Part> of(Layer layer, boolean isLast, boolean isFirst) {
        if (!(layer.conf().getLayer() instanceof FeedForwardLayer configured) || !isPlain(configured)) {
            return Optional.empty();
        }
        if (isLast) {
            return affine(layer, Optional.of(new Curve.Identity()), isFirst);
        }
        if (configured.getClass() == DenseLayer.class && !((DenseLayer) configured).hasLayerNorm()) {
            return affine(layer, Curve.of(configured.getActivationFn()), isFirst);
        }
        if (configured.getClass() == EmbeddingSequenceLayer.class && isFirst) {
            return words(layer, (EmbeddingSequenceLayer) configured);
        }
        return cell(configured)
                .map(cell -> new Recurrent(
                        layer.paramTable(),
                        StepPlan.gradients(layer),
                        cell,
                        layer instanceof LastTimeStepLayer,
                        isFirst));
    }

    /** Whether a layer has nothing but weights, biases and an activation. */
    private static boolean isPlain(FeedForwardLayer layer) {
        return layer.getIDropout() == null
                && layer.getWeightNoise() == null
                && (layer.getConstraints() == null || layer.getConstraints().isEmpty());
    }

    private static Optional<Part> affine(Layer layer, Optional<Curve> curve, boolean isFirst) {
        return curve.map(known -> new Affine(layer.paramTable(), StepPlan.gradients(layer), known, isFirst));
    }

    private static Optional<Part> words(Layer layer, EmbeddingSequenceLayer configured) {
        boolean isPlain = !configured.hasBias()
                && configured.isInferInputLength()
                && configured.getOutputFormat() == RNNFormat.NCW
                && configured.getActivationFn() instanceof ActivationIdentity;
        return isPlain ? Optional.of(new Words(layer.paramTable(), StepPlan.gradients(layer))) : Optional.empty();
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
}
