package org.initbench.lean;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What graphs are spared must not change a digit of their training, nor lose a gradient where paths meet. */
class GraphSpeedUpTest {

    private static final int STEPS = 10;
    private static final int EXAMPLES = 12;
    private static final int INPUTS = 4;
    private static final Map<String, String> LEAN = Map.of("DenseLayer", "LeanDense", "OutputLayer", "LeanOutput");

    static Stream<Named<Supplier<ComputationGraphConfiguration>>> graphs() {
        return Stream.of(
                Named.of("ReLU", () -> residual(DataType.FLOAT, Activation.RELU)),
                Named.of("ReLU in double", () -> residual(DataType.DOUBLE, Activation.RELU)),
                Named.of("tanh in double", () -> residual(DataType.DOUBLE, Activation.TANH)),
                Named.of("input read twice", GraphSpeedUpTest::inputReadTwice));
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void trainingStaysTheSameToTheLastBit(Supplier<ComputationGraphConfiguration> configuration) {
        ComputationGraph plain = initialized(configuration.get());
        ComputationGraph spedUp = initialized(configuration.get());
        INDArray features = Nd4j.linspace(
                        -1,
                        1,
                        EXAMPLES * plain.layerInputSize(0),
                        plain.params().dataType())
                .reshape('c', EXAMPLES, plain.layerInputSize(0));
        int classes = (int) plain.layerSize(plain.getNumLayers() - 1);
        INDArray labels = Nd4j.zeros(plain.params().dataType(), EXAMPLES, classes);
        for (int i = 0; i < EXAMPLES; i++) {
            labels.putScalar(i, i % classes, 1);
        }
        List<String> lean = Arrays.stream(plain.getLayers())
                .map(layer -> layer.getClass().getSimpleName())
                .map(layer -> LEAN.getOrDefault(layer, layer))
                .toList();
        SideBySide.assertTrainAlike(plain, spedUp, lean, features, labels, STEPS);
    }

    private static ComputationGraph initialized(ComputationGraphConfiguration configuration) {
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return graph;
    }

    private static NeuralNetConfiguration.Builder base(DataType type) {
        return new NeuralNetConfiguration.Builder()
                .seed(5)
                .dataType(type)
                .weightInit(WeightInit.XAVIER)
                .updater(new Sgd(0.05));
    }

    private static ComputationGraphConfiguration residual(DataType type, Activation activation) {
        return Residual.network(base(type), 2, 6, activation);
    }

    private static ComputationGraphConfiguration inputReadTwice() {
        return base(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("points")
                .addLayer("left", dense(Activation.RELU), "points")
                .addLayer("right", dense(Activation.SIGMOID), "points")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "left", "right")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MCXENT)
                                .nIn(5)
                                .nOut(3)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        "sum")
                .setOutputs("out")
                .build();
    }

    private static DenseLayer dense(Activation activation) {
        return new DenseLayer.Builder()
                .nIn(INPUTS)
                .nOut(5)
                .activation(activation)
                .build();
    }
}
