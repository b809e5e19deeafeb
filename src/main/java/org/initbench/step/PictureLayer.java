package org.initbench.step;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer of {@link Pictures}. */
sealed interface PictureLayer {

    /** Where windows lie. */
    Windows windows();

    /** The part's layer for one of DL4J's; empty where it is none, or does something that is not known here. */
    static Optional<PictureLayer> of(Layer layer) {
        org.deeplearning4j.nn.conf.layers.Layer configured = layer.conf().getLayer();
        if (configured.getIDropout() != null
                || (configured.getConstraints() != null
                        && !configured.getConstraints().isEmpty())) {
            return Optional.empty();
        }
        if (configured.getClass() == ConvolutionLayer.class) {
            return convolution(layer, (ConvolutionLayer) configured);
        }
        return configured.getClass() == SubsamplingLayer.class
                ? pooling((SubsamplingLayer) configured)
                : Optional.empty();
    }

    private static Optional<PictureLayer> convolution(Layer layer, ConvolutionLayer configured) {
        boolean isRelu = Curve.of(configured.getActivationFn()).isPresent()
                && configured.getActivationFn() instanceof ActivationReLU;
        boolean isKnown = (isRelu || configured.getActivationFn() instanceof ActivationIdentity)
                && configured.getWeightNoise() == null
                && configured.getCnn2dDataFormat() == CNN2DFormat.NCHW
                && layer.params().dataType() == DataType.FLOAT;
        return isKnown
                ? Windows.of(
                                configured.getKernelSize(),
                                configured.getStride(),
                                configured.getPadding(),
                                configured.getDilation(),
                                configured.getConvolutionMode())
                        .map(windows -> new Convolution(layer.paramTable(), StepPlan.gradients(layer), windows, isRelu))
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
                        .map(windows -> new Pooling(windows, kind))
                : Optional.empty();
    }

    /**
     * Where windows without gaps lie over a picture; of each, height and width.
     *
     * @param isSame whether padding is as much as keeps the size of what has stride 1
     */
    record Windows(Pair kernel, Pair stride, Pair padding, boolean isSame) {

        private static Optional<Windows> of(
                int[] kernel, int[] stride, int[] padding, int[] dilation, @Nullable ConvolutionMode mode) {
            boolean isKnown =
                    mode != ConvolutionMode.Causal && Arrays.stream(dilation).allMatch(size -> size == 1);
            return isKnown
                    ? Optional.of(new Windows(
                            Pair.of(kernel), Pair.of(stride), Pair.of(padding), mode == ConvolutionMode.Same))
                    : Optional.empty();
        }

        /** Numbers for height and width. */
        record Pair(long height, long width) {
            private static Pair of(int[] both) {
                return new Pair(both[0], both[1]);
            }

            long[] array() {
                return new long[] {height, width};
            }
        }

        /** Height and width of what comes of a picture of this height and width. */
        long[] outputs(long height, long width) {
            return new long[] {
                outputs(height, kernel.height, stride.height, padding.height),
                outputs(width, kernel.width, stride.width, padding.width)
            };
        }

        private long outputs(long size, long window, long step, long pad) {
            return isSame ? (size + step - 1) / step : (size + 2 * pad - window) / step + 1;
        }

        /** Padding above and to the left, then below and to the right. */
        long[][] paddings(long height, long width) {
            if (!isSame) {
                return new long[][] {padding.array(), padding.array()};
            }
            long[] outputs = outputs(height, width);
            long rows = missing(height, outputs[0], kernel.height, stride.height);
            long columns = missing(width, outputs[1], kernel.width, stride.width);
            return new long[][] {{rows / 2, columns / 2}, {rows - rows / 2, columns - columns / 2}};
        }

        private static long missing(long size, long outputs, long window, long step) {
            return Math.max((outputs - 1) * step + window - size, 0);
        }
    }

    /** A convolution, with ReLU or nothing behind it. Weights are (outputs, inputs, height, width). */
    final class Convolution implements PictureLayer {

        private final INDArray weights;
        private final INDArray ofWeights;
        private final @Nullable INDArray bias;
        private final @Nullable INDArray ofBias;
        private final Windows windows;
        private final boolean isRelu;

        private Convolution(
                Map<String, INDArray> parameters, Map<String, INDArray> gradients, Windows windows, boolean isRelu) {
            this.weights = Objects.requireNonNull(parameters.get(ConvolutionParamInitializer.WEIGHT_KEY));
            this.ofWeights = Objects.requireNonNull(gradients.get(ConvolutionParamInitializer.WEIGHT_KEY));
            this.bias = parameters.get(ConvolutionParamInitializer.BIAS_KEY);
            this.ofBias = gradients.get(ConvolutionParamInitializer.BIAS_KEY);
            this.windows = windows;
            this.isRelu = isRelu;
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

        boolean isRelu() {
            return isRelu;
        }

        @Override
        public Windows windows() {
            return windows;
        }
    }

    /** Maxima or means. */
    record Pooling(Windows windows, algorithm kind) implements PictureLayer {}
}
