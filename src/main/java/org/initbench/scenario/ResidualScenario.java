package org.initbench.scenario;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.network.ScalarLayer;
import org.initbench.scenario.SourceData.Form;
import org.nd4j.linalg.activations.Activation;

/**
 * A residual multilayer perceptron without normalization: a dense layer, blocks x ← φ(x + F(x)) and a softmax, F being
 * {@code layers} dense layers with activations between. With {@code scalars} the biases are Fixup's, one number before each
 * dense layer and activation, and a multiplier ends each branch (Zhang et al. 2019, fig. 1); without, each dense layer has its
 * own. Vertices are called {@code block0_fc1} and so on; {@code block0_add} is the sum.
 */
final class ResidualScenario implements SourcedScenario {

    private final int blocks;
    private final int layers;
    private final int width;
    private final Activation activation;
    private final boolean scalars;
    private final SourceData source;
    private final Outputs outputs;

    ResidualScenario(Section network, Section data) {
        blocks = network.integer("blocks", 10, 1);
        layers = network.integer("layers", 2, 1);
        width = network.integer("width", 100, 1);
        activation = Hidden.activation(network, "relu");
        scalars = network.flag("scalars", true);
        source = SourceData.read(data, "auto", Form.FLAT);
        outputs = Outputs.read(network, source.task());
    }

    @Override
    public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
        Chain chain = new Chain(base.graphBuilder().addInputs("pixels"), "pixels");
        chain.add("in", dense(data.train().features().size(1), activation, true));
        for (int block = 0; block < blocks; block++) {
            addBlock(chain, "block" + block + "_");
        }
        chain.add("out", outputs.of(data.train().labels().size(1)).nIn(width).build());
        return Network.of(chain.graph.setOutputs("out").build());
    }

    private void addBlock(Chain chain, String block) {
        String skip = chain.end;
        for (int layer = 1; layer <= layers; layer++) {
            addBias(chain, block + "bias" + layer + "a");
            chain.add(block + "fc" + layer, dense(width, Activation.IDENTITY, !scalars));
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

    private DenseLayer dense(long inputs, Activation ofLayer, boolean bias) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(width)
                .activation(ofLayer)
                .hasBias(bias)
                .build();
    }

    /** A graph that grows at its end. */
    private static final class Chain {

        private final GraphBuilder graph;
        private String end;

        Chain(GraphBuilder graph, String input) {
            this.graph = graph;
            this.end = input;
        }

        void add(String name, Layer layer) {
            graph.addLayer(name, layer, end);
            end = name;
        }

        void sum(String name, String other) {
            graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), end, other);
            end = name;
        }
    }

    @Override
    public SourceData source() {
        return source;
    }
}
