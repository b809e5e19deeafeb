package org.initbench.conformance;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initbench.init.Draws;
import org.initbench.init.Initialization;
import org.initbench.init.Slot;
import org.initbench.network.Network;
import org.initbench.random.Seeds;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A layer to audit, alone in its network, with relu.
 *
 * @param inputs of a dense layer, or channels in
 * @param units of a dense layer, or channels out
 * @param kernelHeight 0 for a dense layer
 * @param kernelWidth 0 for a dense layer
 * @param stride in both directions; 1 for a dense layer
 */
public record Shape(int inputs, int units, int kernelHeight, int kernelWidth, int stride) {

    private static final int EXAMPLES = 64;
    private static final int IMAGE_SIDE = 8;

    /** Fans that differ enough to be told apart, at least 9000 weights each; square ones, as some rules serve no others. */
    static final List<Shape> AUDITED = List.of(
            dense(100, 100),
            dense(784, 100),
            dense(64, 400),
            convolution(32, 32, 3, 3, 1),
            convolution(16, 64, 5, 5, 1),
            convolution(48, 16, 3, 5, 2));

    /** A dense layer. */
    static Shape dense(int inputs, int units) {
        return new Shape(inputs, units, 0, 0, 1);
    }

    /** A convolution layer. */
    static Shape convolution(int channelsIn, int channelsOut, int height, int width, int stride) {
        return new Shape(channelsIn, channelsOut, height, width, stride);
    }

    /** Whether this is no dense layer. */
    boolean isConvolution() {
        return kernelHeight > 0;
    }

    /** {@code dense 784×100}, {@code conv 3×5, 48 to 16, stride 2}. */
    public String text() {
        if (!isConvolution()) {
            return "dense " + inputs + "×" + units;
        }
        String kernel = "conv " + kernelHeight + "×" + kernelWidth + ", " + inputs + " to " + units;
        return stride == 1 ? kernel : kernel + ", stride " + stride;
    }

    /** The weight parameter, as an initializer sees it. */
    Slot slot() {
        return Initialization.slots(Network.of(configuration(DataType.DOUBLE, 1)))
                .get(0);
    }

    /** A network of this layer alone, with DL4J's default initializer. */
    MultiLayerConfiguration configuration(DataType type, long seed) {
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .dataType(type)
                .activation(Activation.RELU)
                .list()
                .layer(layer())
                .build();
    }

    /** A network of this layer alone. */
    MultiLayerConfiguration configuration(DataType type, long seed, IWeightInit initializer) {
        MultiLayerConfiguration configuration = configuration(type, seed);
        ((FeedForwardLayer) configuration.getConf(0).getLayer()).setWeightInitFn(initializer);
        return configuration;
    }

    private FeedForwardLayer layer() {
        return isConvolution()
                ? new ConvolutionLayer.Builder(kernelHeight, kernelWidth)
                        .nIn(inputs)
                        .nOut(units)
                        .stride(stride, stride)
                        .build()
                : new DenseLayer.Builder().nIn(inputs).nOut(units).build();
    }

    /** A minibatch of N(0, 1). */
    INDArray features() {
        long[] shape =
                isConvolution() ? new long[] {EXAMPLES, inputs, IMAGE_SIDE, IMAGE_SIDE} : new long[] {EXAMPLES, inputs};
        int size = Math.toIntExact(isConvolution() ? shape[0] * shape[1] * shape[2] * shape[3] : shape[0] * shape[1]);
        UniformRandomProvider generator = Seeds.generator(1, "features");
        return Nd4j.createFromArray(Draws.fill(size, Draws.from(generator)::gaussian))
                .reshape(shape);
    }
}
