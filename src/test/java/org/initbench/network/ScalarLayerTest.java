package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.initbench.testing.FiniteDifferences.assertGradients;
import static org.initbench.testing.FiniteDifferences.random;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;

/** Guards against scalars that do not begin where Fixup has them, do not learn, or are lost when a network is saved. */
class ScalarLayerTest {

    private static final int EXAMPLES = 6;
    private static final double LEARNING_RATE = 0.1;

    @TempDir
    private Path folder;

    @Test
    void biasesBeginAtZeroAndMultipliersAtOne() {
        ComputationGraph network = residual();
        assertThat(network.getParam("block1_b1_b").toDoubleVector()).containsExactly(0);
        assertThat(network.getParam("block1_a_a").toDoubleVector()).containsExactly(1);
    }

    @Test
    void gradientsAreThoseOfFiniteDifferencesInAResidualNetwork() {
        ComputationGraph network =
                new ComputationGraph(Residual.network(base().updater(new NoOp()), 2, 4, Activation.TANH));
        assertGradients(network, random(EXAMPLES, Residual.INPUTS), labels());
    }

    @Test
    void gradientsAreThoseOfFiniteDifferencesForImagesAndSequences() {
        assertGradients(
                stack(
                        InputType.convolutional(5, 5, 2),
                        kernel(),
                        ScalarLayer.bias(),
                        ScalarLayer.multiplier(),
                        kernel(),
                        new OutputLayer.Builder()
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build()),
                random(EXAMPLES, 2, 5, 5),
                labels(),
                null);
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, EXAMPLES, 2, 4);
        labels.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all())
                .assign(1);
        assertGradients(
                stack(
                        InputType.recurrent(3),
                        new SimpleRnn.Builder()
                                .nOut(4)
                                .activation(Activation.TANH)
                                .build(),
                        ScalarLayer.multiplier(),
                        ScalarLayer.bias(),
                        new RnnOutputLayer.Builder()
                                .nOut(2)
                                .activation(Activation.SOFTMAX)
                                .build()),
                random(EXAMPLES, 3, 4),
                labels,
                null);
    }

    @Test
    void aStepMovesThemByTheirMeanGradientAndRegularisationDoesNot() {
        ComputationGraph network = new ComputationGraph(
                Residual.network(base().updater(new Sgd(LEARNING_RATE)).l2(0.5), 1, 4, Activation.TANH));
        network.init();
        double slope = slope(network, "block0_a_a");
        network.fit(new INDArray[] {points()}, new INDArray[] {labels()});
        assertThat(slope).isNotCloseTo(0, within(1e-6));
        assertThat(network.getParam("block0_a_a").getDouble(0)).isCloseTo(1 - LEARNING_RATE * slope, within(1e-9));
    }

    /** The data loss by a central difference, whose error is of the order of its step squared. */
    private static double slope(ComputationGraph network, String name) {
        double step = 1e-5;
        INDArray scalar = network.getParam(name);
        scalar.addi(step);
        double above = loss(network);
        scalar.subi(2 * step);
        double below = loss(network);
        scalar.addi(step);
        return (above - below) / (2 * step);
    }

    private static double loss(ComputationGraph network) {
        return network.scoreExamples(new DataSet(points(), labels()), false)
                .meanNumber()
                .doubleValue();
    }

    @Test
    void aSavedNetworkHasItsScalarsAndTrainsOn() throws IOException {
        ComputationGraph network = residual();
        network.fit(new INDArray[] {points()}, new INDArray[] {labels()});
        ModelSerializer.writeModel(network, folder.resolve("network.zip").toFile(), true);
        ComputationGraph again = ModelSerializer.restoreComputationGraph(
                folder.resolve("network.zip").toFile());
        assertThat(again.getConfiguration()).isEqualTo(network.getConfiguration());
        assertThat(again.getParam("block0_a_a").getDouble(0)).isNotEqualTo(1);
        network.fit(new INDArray[] {points()}, new INDArray[] {labels()});
        again.fit(new INDArray[] {points()}, new INDArray[] {labels()});
        assertThat(again.params().toDoubleVector()).isEqualTo(network.params().toDoubleVector());
    }

    @Test
    void aConfigurationReadBackTellsBiasFromMultiplier() {
        ComputationGraphConfiguration configuration = Residual.network(base(), 1, 4, Activation.RELU);
        ComputationGraphConfiguration again = ComputationGraphConfiguration.fromJson(configuration.toJson());
        assertThat(again).isEqualTo(configuration);
        assertThat(ScalarLayer.bias()).isNotEqualTo(ScalarLayer.multiplier());
    }

    @Test
    void singlePrecisionLearnsTheSame() {
        ComputationGraph single =
                new ComputationGraph(Residual.network(base().dataType(DataType.FLOAT), 1, 4, Activation.TANH));
        ComputationGraph dual = new ComputationGraph(Residual.network(base(), 1, 4, Activation.TANH));
        single.init();
        dual.init();
        dual.params().assign(single.params().castTo(DataType.DOUBLE));
        dual.fit(new INDArray[] {points()}, new INDArray[] {labels()});
        single.fit(new INDArray[] {points().castTo(DataType.FLOAT)}, new INDArray[] {labels().castTo(DataType.FLOAT)});
        assertThat(single.getParam("block0_b3_b").getDouble(0))
                .isCloseTo(dual.getParam("block0_b3_b").getDouble(0), within(1e-6))
                .isNotEqualTo(0);
    }

    private static MultiLayerNetwork stack(InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = base().updater(new NoOp()).list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerConfiguration configuration = list.setInputType(input).build();
        return new MultiLayerNetwork(configuration);
    }

    private static ConvolutionLayer kernel() {
        return new ConvolutionLayer.Builder(2, 2)
                .nOut(3)
                .activation(Activation.TANH)
                .build();
    }

    private static ComputationGraph residual() {
        ComputationGraph network = new ComputationGraph(Residual.network(base(), 2, 4, Activation.TANH));
        network.init();
        return network;
    }

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .weightInit(WeightInit.XAVIER)
                .updater(new Sgd(LEARNING_RATE));
    }

    private static INDArray points() {
        return random(EXAMPLES, Residual.INPUTS);
    }

    private static INDArray labels() {
        return Nd4j.createFromArray(new double[][] {{1, 0}, {0, 1}, {0, 1}, {1, 0}, {1, 0}, {0, 1}});
    }
}
