package org.initbench.scenario;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.network.ScalarLayer;
import org.initbench.scenario.SourceData.Form;
import org.nd4j.linalg.activations.Activation;

/**
 * A residual network: a first layer, blocks x ← φ(x + F(x)) and a softmax, F being {@code layers} layers with activations between, dense ones
 * or kernels of 3×3. Those of kernels begin by one of stride {@code stride}, and end by means over 2×2 positions. With {@code scalars} the biases are
 * Fixup's, one number before each layer and activation, and a multiplier ends each branch (Zhang et al. 2019, fig. 1); without, each layer
 * has its own. With {@code batchNorm} each layer is normalized instead, and has neither. Vertices are called {@code block0_fc1}, or
 * {@code block0_conv1}, and so on; {@code block0_add} is the sum.
 */
final class ResidualScenario implements SourcedScenario {

    private static final int KERNEL = 3;

    /** What blocks are made of. */
    private enum Kind {
        DENSE("width", 100, "fc"),
        KERNELS("channels", 8, "conv");

        private final String size;
        private final int fallback;
        private final String name;

        Kind(String size, int fallback, String name) {
            this.size = size;
            this.fallback = fallback;
            this.name = name;
        }
    }

    private final Kind kind;
    private final int blocks;
    private final int layers;
    private final int width;
    private final int stride;
    private final Activation activation;
    private final boolean scalars;
    private final boolean batchNorm;
    private final SourceData source;
    private final Outputs outputs;

    private ResidualScenario(Kind kind, Section network, Section data) {
        this.kind = kind;
        blocks = network.integer("blocks", 10, 1);
        layers = network.integer("layers", 2, 1);
        width = network.integer(kind.size, kind.fallback, 1);
        stride = kind == Kind.KERNELS ? network.integer("stride", 2, 1) : 1;
        activation = Hidden.activation(network, "relu");
        batchNorm = kind == Kind.KERNELS && network.flag("batchNorm", false);
        scalars = network.flag("scalars", true) && !batchNorm;
        source = SourceData.read(data, "auto", kind == Kind.DENSE ? Form.FLAT : Form.PICTURES);
        outputs = Outputs.read(network, source.task());
    }

    /** Of dense layers. */
    static ResidualScenario ofDense(Section network, Section data) {
        return new ResidualScenario(Kind.DENSE, network, data);
    }

    /** Of convolutions. */
    static ResidualScenario ofKernels(Section network, Section data) {
        return new ResidualScenario(Kind.KERNELS, network, data);
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        long[] shape = data.train().features().shape();
        Chain chain = new Chain(base.graphBuilder().addInputs("pixels"), "pixels");
        if (kind == Kind.KERNELS) {
            chain.graph().setInputTypes(InputType.convolutional(shape[2], shape[3], shape[1]));
        }
        addWeights(chain, "in", shape[1], stride, batchNorm ? Activation.IDENTITY : activation, !batchNorm);
        if (batchNorm) {
            chain.add("in_act", new ActivationLayer(activation));
        }
        for (int block = 0; block < blocks; block++) {
            addBlock(chain, "block" + block + "_");
        }
        if (kind == Kind.KERNELS) {
            chain.add("pool", pooling());
            chain.add("out", outputs.of(data.train().labels().size(1)).build());
        } else {
            chain.add(
                    "out", outputs.of(data.train().labels().size(1)).nIn(width).build());
        }
        return Network.of(chain.graph().setOutputs("out").build());
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(PoolingType.AVG)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build();
    }

    private void addBlock(Chain chain, String block) {
        String skip = chain.end();
        for (int layer = 1; layer <= layers; layer++) {
            addBias(chain, block + "bias" + layer + "a");
            addWeights(chain, block + kind.name + layer, width, 1, Activation.IDENTITY, !scalars && !batchNorm);
            if (layer < layers) {
                addBias(chain, block + "bias" + layer + "b");
                chain.add(block + "act" + layer, new ActivationLayer(activation));
            }
        }
        if (scalars) {
            chain.add(block + "scale", ScalarLayer.multiplier());
        }
        addBias(chain, block + "bias" + layers + "b");
        chain.sum(block + "add", skip);
        chain.add(block + "out", new ActivationLayer(activation));
    }

    private void addBias(Chain chain, String name) {
        if (scalars) {
            chain.add(name, ScalarLayer.bias());
        }
    }

    /** A layer with weights, and what normalizes it. */
    private void addWeights(Chain chain, String name, long inputs, int stride, Activation ofLayer, boolean bias) {
        FeedForwardLayer layer = kind == Kind.DENSE
                ? new DenseLayer.Builder()
                        .nIn(inputs)
                        .nOut(width)
                        .activation(ofLayer)
                        .hasBias(bias)
                        .build()
                : new ConvolutionLayer.Builder(KERNEL, KERNEL)
                        .nIn(inputs)
                        .nOut(width)
                        .stride(stride, stride)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(ofLayer)
                        .hasBias(bias)
                        .build();
        chain.add(name, layer);
        if (batchNorm) {
            chain.add(name + "_norm", new BatchNormalization());
        }
    }

    @Override
    public SourceData source() {
        return source;
    }
}
