package org.initbench.testing;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.network.ScalarLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Residual networks of dense layers with Fixup's scalars, 3 inputs and 2 classes. */
public final class Residual {

    public static final int INPUTS = 3;
    public static final int CLASSES = 2;

    private Residual() {}

    /**
     * A dense layer {@code in}, blocks of two dense layers {@code block0_fc1}, {@code block0_fc2}, and the classifier
     * {@code out}. Each block is x + a·fc2(relu(fc1(x + b) + b) + b) + b, then the activation.
     */
    public static ComputationGraphConfiguration network(
            NeuralNetConfiguration.Builder base, int blocks, int width, Activation activation) {
        GraphBuilder graph =
                base.graphBuilder().addInputs("points").addLayer("in", dense(INPUTS, width, activation), "points");
        String below = "in";
        for (int i = 0; i < blocks; i++) {
            below = block(graph, "block" + i + "_", below, width, activation);
        }
        return graph.addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(width)
                                .nOut(CLASSES)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        below)
                .setOutputs("out")
                .build();
    }

    private static String block(GraphBuilder graph, String block, String below, int width, Activation activation) {
        graph.addLayer(block + "b1", ScalarLayer.bias(), below)
                .addLayer(block + "fc1", dense(width, width, Activation.IDENTITY), block + "b1")
                .addLayer(block + "b2", ScalarLayer.bias(), block + "fc1")
                .addLayer(block + "act", new ActivationLayer(activation), block + "b2")
                .addLayer(block + "b3", ScalarLayer.bias(), block + "act")
                .addLayer(block + "fc2", dense(width, width, Activation.IDENTITY), block + "b3")
                .addLayer(block + "a", ScalarLayer.multiplier(), block + "fc2")
                .addLayer(block + "b4", ScalarLayer.bias(), block + "a")
                .addVertex(block + "add", new ElementWiseVertex(ElementWiseVertex.Op.Add), block + "b4", below)
                .addLayer(block + "out", new ActivationLayer(activation), block + "add");
        return block + "out";
    }

    private static DenseLayer dense(int inputs, int units, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(activation)
                .build();
    }
}
