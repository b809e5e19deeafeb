package org.initbench.network;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** What a layer or vertex does to what goes through it, as far as theory may know it. */
public sealed interface Passage {

    /** Why theory ends at a maximum. */
    String OF_MAXIMA = "max pooling: theory has no formula for the maximum of correlated values";

    /** Why it ends at other poolings. */
    String OTHER_POOLING = "pooling other than by means: theory has no formula for it";

    /** Weights and biases of a dense or output layer, then its activation; with {@code isNormalized} a layer normalization before the biases. */
    record Dense(boolean isNormalized) implements Passage {}

    /** Weights and biases of a convolution, then its activation. */
    record Kernel(Windowing windows) implements Passage {}

    /** Means over windows. */
    record Means(Windowing windows) implements Passage {}

    /** The largest values of windows. */
    record Maxima(Windowing windows) implements Passage {}

    /** Means over all positions. */
    record MeanOfAll() implements Passage {}

    /** An activation that is a layer of its own. */
    record Function(ActivationLayer layer) implements Passage {}

    /** A batch normalization with scale γ. */
    record Normalization(double gamma, double epsilon) implements Passage {}

    /** A layer normalization of rows of so many numbers. */
    record RowNormalization(int units, double epsilon) implements Passage {}

    /** Nothing, at first: what is there goes on as it is, row by row where it was a picture. */
    record Nothing() implements Passage {}

    /** Rows of numbers are pictures from here on. */
    record Pictures(int channels, int height, int width) implements Passage {}

    /** The sum of two. */
    record Sum() implements Passage {}

    /** Something else; why theory does not go through it, as a short sentence. */
    record Other(String reason) implements Passage {}

    /**
     * Where windows lie over a picture; each of two numbers, for height and width.
     *
     * @param isSame whether there are as many zeros around as keep the size at stride 1
     */
    record Windowing(
            List<Integer> kernel, List<Integer> stride, List<Integer> padding, List<Integer> dilation, boolean isSame) {

        private static Windowing of(int[] kernel, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode) {
            return new Windowing(
                    both(kernel), both(stride), both(padding), both(dilation), mode == ConvolutionMode.Same);
        }

        private static List<Integer> both(int... sizes) {
            return List.of(sizes[0], sizes[1]);
        }
    }

    /** Of a layer as configured. */
    static Passage of(Layer layer) {
        if (LayerKind.isFrozen(layer)) {
            return new Other("a frozen layer keeps what it holds, of which theory knows nothing");
        }
        if (layer.getIDropout() != null) {
            return new Other("dropout: theory leaves out what it takes and adds");
        }
        if (layer instanceof BaseLayer weighed && weighed.getWeightNoise() != null) {
            return new Other("noise on weights: theory leaves it out");
        }
        Map<Class<?>, Supplier<Passage>> known = Map.ofEntries(
                Map.entry(DenseLayer.class, () -> new Dense(((DenseLayer) layer).hasLayerNorm())),
                Map.entry(OutputLayer.class, () -> new Dense(false)),
                Map.entry(ConvolutionLayer.class, () -> kernel((ConvolutionLayer) layer)),
                Map.entry(Convolution2D.class, () -> kernel((ConvolutionLayer) layer)),
                Map.entry(SubsamplingLayer.class, () -> pooling((SubsamplingLayer) layer)),
                Map.entry(GlobalPoolingLayer.class, () -> pooling(((GlobalPoolingLayer) layer).getPoolingType())),
                Map.entry(ActivationLayer.class, () -> new Function((ActivationLayer) layer)),
                Map.entry(BatchNormalization.class, () -> normalization((BatchNormalization) layer)),
                Map.entry(
                        LayerNormalization.class,
                        () -> new RowNormalization(
                                (int) ((LayerNormalization) layer).getSize(), LayerNormalization.EPSILON)),
                Map.entry(ScalarLayer.class, Nothing::new),
                Map.entry(LossLayer.class, () -> loss((BaseLayer) layer)),
                Map.entry(CnnLossLayer.class, () -> loss((BaseLayer) layer)));
        Supplier<Passage> passage = known.get(layer.getClass());
        return passage == null ? new Other(none(layer.getClass())) : passage.get();
    }

    private static String none(Class<?> type) {
        return type.getSimpleName() + ": theory has no formula for it";
    }

    private static Passage kernel(ConvolutionLayer layer) {
        return layer.getCnn2dDataFormat() == CNN2DFormat.NHWC || layer.getConvolutionMode() == ConvolutionMode.Causal
                ? new Other("channels behind positions: theory takes pictures as (channels, height, width)")
                : new Kernel(Windowing.of(
                        layer.getKernelSize(),
                        layer.getStride(),
                        layer.getPadding(),
                        layer.getDilation(),
                        layer.getConvolutionMode()));
    }

    private static Passage pooling(SubsamplingLayer layer) {
        Windowing windows = Windowing.of(
                layer.getKernelSize(),
                layer.getStride(),
                layer.getPadding(),
                layer.getDilation(),
                layer.getConvolutionMode());
        return switch (layer.getPoolingType()) {
            case AVG -> new Means(windows);
            case MAX -> new Maxima(windows);
            case SUM, PNORM -> new Other(OTHER_POOLING);
        };
    }

    private static Passage pooling(PoolingType type) {
        return switch (type) {
            case AVG -> new MeanOfAll();
            case MAX -> new Other(OF_MAXIMA);
            case SUM, PNORM -> new Other(OTHER_POOLING);
        };
    }

    private static Passage normalization(BatchNormalization layer) {
        return layer.getBeta() == 0
                ? new Normalization(layer.getGamma(), layer.getEps())
                : new Other("batch normalization with a mean: theory takes means of 0 alone");
    }

    /** An output that is nothing but a loss passes on what it gets, through an activation. */
    private static Passage loss(BaseLayer layer) {
        return layer.getActivationFn() instanceof ActivationIdentity
                ? new Nothing()
                : new Other("nothing behind it has weights");
    }

    /** Of a vertex that is no layer. */
    static Passage of(GraphVertex vertex, int inputs) {
        boolean isSum = vertex instanceof ElementWiseVertex both && both.getOp() == ElementWiseVertex.Op.Add;
        return isSum && inputs == 2 ? new Sum() : new Other(none(vertex.getClass()));
    }

    /** Of what reshapes the input of a layer. */
    static Passage of(InputPreProcessor reshape) {
        if (reshape instanceof FeedForwardToCnnPreProcessor pictures) {
            return new Pictures(
                    (int) pictures.getNumChannels(), (int) pictures.getInputHeight(), (int) pictures.getInputWidth());
        }
        return reshape instanceof CnnToFeedForwardPreProcessor ? new Nothing() : new Other(none(reshape.getClass()));
    }
}
