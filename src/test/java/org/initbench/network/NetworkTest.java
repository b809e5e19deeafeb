package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex.Op;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.ocnn.OCNNOutputLayer;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;

/** Guards against layers that are numbered in another order than they are run, and branches taken for the skip. */
class NetworkTest {

    @Test
    void layersOfAStackAreNamedByTheirIndex() {
        Network network = Network.of(base().list()
                .layer(new LastTimeStep(new SimpleRnn.Builder().nIn(3).nOut(4).build()))
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new OutputLayer.Builder()
                        .nIn(4)
                        .nOut(2)
                        .hasBias(false)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.model().init();
        assertThat(network.layers()).extracting(WeightLayer::key).containsExactly("0", "2");
        assertThat(network.layers()).extracting(WeightLayer::position).containsExactly(0, 1);
        assertThat(network.layers().get(0).parameters()).containsExactly("0_W", "0_RW", "0_b");
        assertThat(network.layers().get(1).parameters()).containsExactly("2_W");
        assertThat(network.isPlainStack()).isFalse();
        assertThat(network.residualBranches()).isEmpty();
    }

    @Test
    void layersOfAGraphFollowTheirInputs() {
        Network network = Network.of(Residual.network(base(), 12, 4, Activation.RELU));
        List<String> before = network.layers().stream().map(WeightLayer::name).toList();
        network.model().init();
        assertThat(network.layers()).extracting(WeightLayer::name).containsExactlyElementsOf(before);
        assertThat(before)
                .hasSize(26)
                .startsWith("in", "block0_fc1", "block0_fc2", "block1_fc1")
                .endsWith("block10_fc2", "block11_fc1", "block11_fc2", "out");
        assertThat(network.layers().get(1).parameters()).containsExactly("block0_fc1_W", "block0_fc1_b");
    }

    @Test
    void aBranchIsWhatTheSkipGoesAround() {
        assertThat(branches(Network.of(Residual.network(base(), 2, 4, Activation.RELU))))
                .containsExactly(List.of("block0_fc1", "block0_fc2"), List.of("block1_fc1", "block1_fc2"));
    }

    @Test
    void aProjectionIsTheSkipWhereTheOtherPathIsLonger() {
        GraphBuilder graph = base().graphBuilder().addInputs("x");
        dense(graph, "a1", "x");
        dense(graph, "shortcut", "x");
        dense(graph, "a2", "a1");
        graph.addVertex("sum", new ElementWiseVertex(Op.Add), "shortcut", "a2");
        assertThat(branches(ended(graph, "sum"))).containsExactly(List.of("a1", "a2"));
    }

    @Test
    void aBranchInsideABranchCountsOnItsOwnToo() {
        GraphBuilder graph = base().graphBuilder().addInputs("x");
        dense(graph, "outer1", "x");
        dense(graph, "inner", "outer1");
        graph.addVertex("innerSum", new ElementWiseVertex(Op.Add), "inner", "outer1");
        dense(graph, "outer2", "innerSum");
        graph.addVertex("sum", new ElementWiseVertex(Op.Add), "x", "outer2");
        assertThat(branches(ended(graph, "sum")))
                .containsExactlyInAnyOrder(List.of("inner"), List.of("outer1", "inner", "outer2"));
    }

    @Test
    void pathsOfOneLengthAndOtherOperationsAreNoBranches() {
        GraphBuilder graph = base().graphBuilder().addInputs("x");
        dense(graph, "left", "x");
        dense(graph, "right", "x");
        graph.addVertex("sum", new ElementWiseVertex(Op.Add), "left", "right");
        dense(graph, "factor", "sum");
        graph.addVertex("product", new ElementWiseVertex(Op.Product), "factor", "sum");
        assertThat(branches(ended(graph, "product"))).isEmpty();
    }

    @Test
    void theActivationMayBeALayerOfItsOwn() {
        Network stack = Network.of(base().list()
                .layer(new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(4)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new BatchNormalization.Builder().nIn(4).nOut(4).build())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(4)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build())
                .layer(new ActivationLayer(Activation.RELU))
                .build());
        assertThat(stack.layers())
                .extracting(layer -> layer.activation().toString())
                .containsExactly("relu", "identity", "tanh");
        Network graph = Network.of(Residual.network(base(), 1, 4, Activation.RELU));
        assertThat(graph.layers())
                .as("the second layer of a block ends in a sum")
                .extracting(layer -> layer.activation().toString())
                .containsExactly("relu", "relu", "identity", "softmax");
    }

    @Test
    void layersThatNoInitializerFillsAreNamed() {
        Network network = Network.of(base().list()
                .layer(new FrozenLayer(new DenseLayer.Builder().nIn(3).nOut(4).build()))
                .layer(new Bidirectional(new LSTM.Builder().nIn(4).nOut(4).build()))
                .layer(new OCNNOutputLayer.Builder().nIn(8).hiddenLayerSize(3).build())
                .build());
        assertThat(network.layers()).extracting(WeightLayer::key).containsExactly("1", "2");
        assertThat(network.unserved())
                .containsExactly(
                        "layer layer0 is frozen and keeps what it holds",
                        "layer layer2 is of type OCNNOutputLayer, for whose weights initializers have no rule; it keeps"
                                + " DL4J's own values");
        network.model().init();
        assertThat(network.layers())
                .as("once it is initialized")
                .extracting(WeightLayer::key)
                .containsExactly("1", "2");
    }

    private static Network ended(GraphBuilder graph, String below) {
        return Network.of(graph.addLayer(
                        "out",
                        new OutputLayer.Builder()
                                .nIn(4)
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        below)
                .setOutputs("out")
                .build());
    }

    private static void dense(GraphBuilder graph, String name, String below) {
        graph.addLayer(name, new DenseLayer.Builder().nIn(4).nOut(4).build(), below);
    }

    private static List<List<String>> branches(Network network) {
        return network.residualBranches().stream()
                .map(branch -> branch.layers().stream().map(WeightLayer::name).toList())
                .toList();
    }

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder().seed(1);
    }
}
