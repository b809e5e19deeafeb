package org.initbench.step;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.initbench.network.LayerWatcher;
import org.initbench.step.ConvolutionPass.Relus;
import org.initbench.step.PictureRegion.Extent;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer of {@link Pictures}. */
sealed interface PictureLayer {

    /** How large what comes of pictures is. */
    Extent extent(Extent given);

    /** The shape of what comes of pictures of this shape (examples, channels, height, width). */
    long[] shape(long[] given);

    /** Whether it is given nothing but pictures. */
    default boolean isOfPicturesAlone() {
        return false;
    }

    /**
     * Both ways through it, of which the one forward is added to calls.
     *
     * @param from shape of what it is given
     * @param isLowest whether nothing asks for the gradient of what it is given
     */
    PicturePass pass(Dnnl dnnl, memory given, long[] from, boolean isLowest, List<Runnable> forward);

    /** The same, seen by a watcher. */
    default PicturePass watched(
            LayerWatcher watcher, Dnnl dnnl, memory given, long[] from, boolean isLowest, List<Runnable> forward) {
        return pass(dnnl, given, from, isLowest, forward);
    }

    /** The part's layer for one of DL4J's; empty where it is none, or does something that is not known here. */
    static Optional<PictureLayer> of(Layer layer) {
        org.deeplearning4j.nn.conf.layers.Layer configured = layer.conf().getLayer();
        if (!Parts.isPlain(configured)) {
            return Optional.empty();
        }
        if (configured.getClass() == ConvolutionLayer.class) {
            return convolution(layer, (ConvolutionLayer) configured);
        }
        if (configured instanceof ActivationLayer activation) {
            return activation(activation.getActivationFn());
        }
        return configured.getClass() == SubsamplingLayer.class
                ? pooling((SubsamplingLayer) configured)
                : Optional.empty();
    }

    private static boolean isRelu(IActivation activation) {
        return activation instanceof ActivationReLU && Curve.of(activation).isPresent();
    }

    private static Optional<PictureLayer> activation(IActivation activation) {
        if (isRelu(activation)) {
            return Optional.of(new Relu());
        }
        return activation instanceof ActivationIdentity ? Optional.of(new Passed()) : Optional.empty();
    }

    /** By what its watcher is known; empty of what nobody watches. */
    default Optional<String> key() {
        return Optional.empty();
    }

    private static Optional<PictureLayer> convolution(Layer layer, ConvolutionLayer configured) {
        boolean isRelu = isRelu(configured.getActivationFn());
        boolean isKnown = (isRelu || configured.getActivationFn() instanceof ActivationIdentity)
                && configured.getCnn2dDataFormat() == CNN2DFormat.NCHW;
        return isKnown
                ? Windows.of(
                                configured.getKernelSize(),
                                configured.getStride(),
                                configured.getPadding(),
                                configured.getDilation(),
                                configured.getConvolutionMode())
                        .map(windows -> new Convolution(layer, windows, isRelu))
                : Optional.empty();
    }

    private static Optional<PictureLayer> pooling(SubsamplingLayer configured) {
        boolean isKnown = configured.getCnn2dDataFormat() == CNN2DFormat.NCHW
                && configured.getPoolingType() != PoolingType.PNORM
                && configured.getPoolingType() != PoolingType.SUM;
        algorithm kind = configured.getPoolingType() == PoolingType.MAX
                ? algorithm.pooling_max
                : configured.isAvgPoolIncludePadInDivisor()
                        ? algorithm.pooling_avg_include_padding
                        : algorithm.pooling_avg_exclude_padding;
        return isKnown
                ? Windows.of(
                                configured.getKernelSize(),
                                configured.getStride(),
                                configured.getPadding(),
                                configured.getDilation(),
                                configured.getConvolutionMode())
                        .map(windows -> new Pooling(windows, kind, false))
                : Optional.empty();
    }

    /** A convolution, with ReLU or nothing behind it. Weights are (outputs, inputs, height, width). */
    final class Convolution implements PictureLayer {

        private final String key;
        private final INDArray weights;
        private final INDArray ofWeights;
        private final @Nullable INDArray bias;
        private final @Nullable INDArray ofBias;
        private final Windows windows;
        private final Relus relus;

        private Convolution(Layer layer, Windows windows, boolean isRelu) {
            Map<String, INDArray> parameters = layer.paramTable();
            Map<String, INDArray> gradients = PlannedModel.gradients(layer);
            this.key = String.valueOf(layer.getIndex());
            this.weights = Objects.requireNonNull(parameters.get(ConvolutionParamInitializer.WEIGHT_KEY));
            this.ofWeights = Objects.requireNonNull(gradients.get(ConvolutionParamInitializer.WEIGHT_KEY));
            this.bias = parameters.get(ConvolutionParamInitializer.BIAS_KEY);
            this.ofBias = gradients.get(ConvolutionParamInitializer.BIAS_KEY);
            this.windows = windows;
            this.relus = isRelu ? Relus.BOTH : Relus.NONE;
        }

        private Convolution(Convolution other, Relus relus) {
            this.key = other.key;
            this.weights = other.weights;
            this.ofWeights = other.ofWeights;
            this.bias = other.bias;
            this.ofBias = other.ofBias;
            this.windows = other.windows;
            this.relus = relus;
        }

        boolean isRelu() {
            return relus != Relus.NONE;
        }

        /** The same where what comes after it lets no gradient through that its ReLU would not. */
        Convolution cutBehind() {
            return new Convolution(this, Relus.FORWARD);
        }

        @Override
        public Optional<String> key() {
            return Optional.of(key);
        }

        INDArray weights() {
            return weights;
        }

        INDArray ofWeights() {
            return ofWeights;
        }

        Optional<INDArray> bias() {
            return Optional.ofNullable(bias);
        }

        INDArray ofBias() {
            return Objects.requireNonNull(ofBias);
        }

        Windows windows() {
            return windows;
        }

        @Override
        public boolean isOfPicturesAlone() {
            return true;
        }

        @Override
        public Extent extent(Extent given) {
            return given.after(windows, weights.size(0));
        }

        @Override
        public long[] shape(long[] given) {
            return windows.shape(given, weights.size(0));
        }

        @Override
        public PicturePass pass(Dnnl dnnl, memory given, long[] from, boolean isLowest, List<Runnable> forward) {
            return new ConvolutionPass(dnnl, this, relus, given, from, shape(from), isLowest, forward);
        }

        @Override
        public PicturePass watched(
                LayerWatcher watcher, Dnnl dnnl, memory given, long[] from, boolean isLowest, List<Runnable> forward) {
            long[] to = shape(from);
            PicturePass sums = new ConvolutionPass(dnnl, this, Relus.NONE, given, from, to, isLowest, forward);
            return new WatchedPass(dnnl, sums, isRelu(), to, watcher, forward);
        }
    }

    /**
     * Maxima or means.
     *
     * @param cuts whether a gradient goes back where the maximum is above 0 alone, as the ReLU in front of it would have it
     */
    record Pooling(Windows windows, algorithm kind, boolean cuts) implements PictureLayer {

        @Override
        public boolean isOfPicturesAlone() {
            return true;
        }

        @Override
        public Extent extent(Extent given) {
            return given.after(windows, given.channels());
        }

        @Override
        public long[] shape(long[] given) {
            return windows.shape(given, given[1]);
        }

        @Override
        public PicturePass pass(Dnnl dnnl, memory given, long[] from, boolean isLowest, List<Runnable> forward) {
            return new PoolingPass(dnnl, this, given, from, shape(from), forward);
        }
    }

    /** What leaves pictures as large as they are. */
    sealed interface SameSize extends PictureLayer {

        @Override
        default Extent extent(Extent given) {
            return given;
        }

        @Override
        default long[] shape(long[] given) {
            return given;
        }
    }

    /** max(0, z). */
    record Relu() implements SameSize {

        @Override
        public PicturePass pass(Dnnl dnnl, memory given, long[] from, boolean isLowest, List<Runnable> forward) {
            return new ReluPass(dnnl, given, forward);
        }
    }

    /** A sum, which is what it is given, or no activation. */
    record Passed() implements SameSize {

        @Override
        public PicturePass pass(Dnnl dnnl, memory given, long[] from, boolean isLowest, List<Runnable> forward) {
            return new PassedOn(given);
        }

        private record PassedOn(memory result) implements PicturePass {

            @Override
            public memory goBack(memory ofResult, List<Runnable> calls) {
                return ofResult;
            }
        }
    }
}
