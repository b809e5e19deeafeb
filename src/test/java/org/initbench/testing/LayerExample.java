package org.initbench.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.network.Network;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A network whose first layer is of one family, with a loss at its end, so that it can be trained.
 *
 * @param network yet to be initialized, another each time
 * @param features a minibatch
 * @param labels of it
 * @param weights of the first layer: what is expected of each
 */
public record LayerExample(
        String name, Supplier<Network> network, INDArray features, INDArray labels, List<Expected> weights) {

    public static final int EXAMPLES = 3;
    /** A reshaped gain is missing, and an operation refuses the types of its arguments. */
    private static final List<String> DEFECTIVE =
            List.of("simple recurrent with layer normalization", "learned self attention");

    private static final int CLASSES = 2;

    /**
     * By Keras's and PyTorch's rules, in numbers.
     *
     * @param matrices how many there are in the parameter
     */
    public record Expected(String parameter, String role, int matrices, double fanIn, double fanOut) {}

    /** All families. */
    public static List<LayerExample> all() {
        List<LayerExample> all = new ArrayList<>();
        all.addAll(FlatLayers.all());
        all.addAll(SequenceLayers.all());
        all.addAll(KernelLayers.all());
        all.addAll(AttentionLayers.all());
        return all;
    }

    /** Those that DL4J can run: what it makes of the others fails in itself. */
    public static List<LayerExample> running() {
        return all().stream()
                .filter(example -> !DEFECTIVE.contains(example.name))
                .toList();
    }

    static Expected expected(String parameter, String role, int matrices, double fanIn, double fanOut) {
        return new Expected(parameter, role, matrices, fanIn, fanOut);
    }

    static Layer dense(int units) {
        return new DenseLayer.Builder().nOut(units).build();
    }

    static OutputLayer output() {
        return new OutputLayer.Builder()
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    static LayerExample followed(String name, InputType input, List<Expected> weights, Layer... layers) {
        List<Layer> all = new ArrayList<>(List.of(layers));
        all.add(output());
        return ended(name, input, weights, all.toArray(new Layer[0]));
    }

    static LayerExample ended(String name, InputType input, List<Expected> weights, Layer... layers) {
        Supplier<Network> network = () -> {
            NeuralNetConfiguration.ListBuilder list = base().list();
            for (Layer layer : layers) {
                list.layer(layer.clone());
            }
            return Network.of(list.setInputType(input).build());
        };
        boolean isText = layers[0] instanceof EmbeddingSequenceLayer;
        INDArray features = isText
                ? Nd4j.createFromArray(new double[][] {{1, 2, 3, 4, 5}, {0, 10, 9, 8, 7}, {6, 6, 1, 2, 3}})
                : drawn(input);
        return new LayerExample(name, network, features, classes(), weights);
    }

    static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.1))
                .activation(Activation.TANH);
    }

    static INDArray drawn(InputType input) {
        long[] shape = input.getShape(true);
        shape[0] = EXAMPLES;
        Nd4j.getRandom().setSeed(5);
        return Nd4j.rand(DataType.DOUBLE, shape);
    }

    static INDArray classes() {
        return Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {1, 0}});
    }

    @Override
    public String toString() {
        return name;
    }
}
