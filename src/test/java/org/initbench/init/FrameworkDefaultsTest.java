package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.initbench.network.Role;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prevents a framework's default from being another than the framework's: the fans of PyTorch's recurrent layers, its two biases, Keras's
 * gates as one matrix. Each sample is further from its law with probability 1e-7.
 */
class FrameworkDefaultsTest {

    private static final double FALSE_ALARM = 1e-7;
    private static final int UNITS = 60;
    private static final int WORDS = 200;
    private static final int DIMENSIONS = 30;

    @Test
    void pytorchHasUniformWeightsAndBiasesByTheFanIn() {
        MultiLayerNetwork network = initialized("pytorch_default", pictures());
        double bound = 1 / Math.sqrt(3 * 5 * 5);
        assertDrawn(network, "0_W", UniformContinuousDistribution.of(-bound, bound));
        assertDrawn(network, "0_b", UniformContinuousDistribution.of(-bound, bound));
        assertDrawn(network, "1_b", UniformContinuousDistribution.of(-1 / Math.sqrt(800), 1 / Math.sqrt(800)));
    }

    @Test
    void pytorchsRecurrentLayersGoByTheirUnitsAndHaveTheSumOfTwoBiases() {
        double bound = 1 / Math.sqrt(UNITS);
        for (MultiLayerNetwork network :
                List.of(initialized("pytorch_default", lstm()), initialized("pytorch_default", plain()))) {
            assertDrawn(network, "0_W", NormalDistribution.of(0, 1));
            assertDrawn(network, "1_W", UniformContinuousDistribution.of(-bound, bound));
            assertDrawn(network, "1_RW", UniformContinuousDistribution.of(-bound, bound));
            assertDrawn(network, "1_b", TriangularDistribution.of(-2 * bound, 0, 2 * bound));
        }
    }

    @Test
    void kerasHasGlorotsUniformWeightsAndNoBiases() {
        MultiLayerNetwork network = initialized("keras_default", pictures());
        double bound = Math.sqrt(6.0 / (25 * 3 + 25 * 8));
        assertDrawn(network, "0_W", UniformContinuousDistribution.of(-bound, bound));
        assertThat(network.getParam("0_b").toDoubleVector()).containsOnly(0);
    }

    @Test
    void kerasTakesTheGatesForOneMatrixAndOpensTheForgetGateWhateverTheLayerSays() {
        MultiLayerNetwork network = initialized("keras_default", lstm());
        double bound = Math.sqrt(6.0 / (DIMENSIONS + 4 * UNITS));
        assertDrawn(network, "0_W", UniformContinuousDistribution.of(-0.05, 0.05));
        assertDrawn(network, "1_W", UniformContinuousDistribution.of(-bound, bound));
        INDArray recurrent = network.getParam("1_RW");
        assertThat(recurrent
                        .mmul(recurrent.transpose())
                        .distance2(Nd4j.eye(UNITS).castTo(DataType.DOUBLE)))
                .isLessThan(1e-12);
        double[] biases = network.getParam("1_b").toDoubleVector();
        assertThat(Arrays.copyOfRange(biases, UNITS, 2 * UNITS)).containsOnly(1);
        assertThat(Arrays.stream(biases).sum()).isEqualTo(UNITS);
    }

    @Test
    void kerassPlainRecurrentWeightsAreOrthogonal() {
        INDArray recurrent = initialized("keras_default", plain()).getParam("1_RW");
        assertThat(recurrent
                        .mmul(recurrent.transpose())
                        .distance2(Nd4j.eye(UNITS).castTo(DataType.DOUBLE)))
                .isLessThan(1e-12);
    }

    /** Of 4·60² = 14,400 weights, whose mean square is exact where rows have length 1. */
    @Test
    void theVariancesThatTheyNameAreThoseThatTheyHave() {
        for (String spec : List.of("pytorch_default", "keras_default")) {
            MultiLayerNetwork network = initialized(spec, lstm());
            for (Slot slot : Initialization.slots(Network.of(network))) {
                double[] weights = network.getParam(slot.layer() + "_" + slot.parameter())
                        .dup()
                        .ravel()
                        .toDoubleVector();
                double variance = Arrays.stream(weights)
                        .map(each -> each * each)
                        .average()
                        .orElseThrow();
                double kurtosis = slot.role() == Role.EMBEDDING ? 3 : 1.8;
                double error = Math.sqrt((kurtosis - 1) / weights.length);
                double named = Catalog.parse(spec).initializer().variance(slot).orElseThrow();
                assertThat(variance / named).as(spec + " " + slot).isCloseTo(1, within(5.5 * error));
            }
        }
    }

    private static void assertDrawn(MultiLayerNetwork network, String parameter, ContinuousDistribution law) {
        double[] values = network.getParam(parameter).dup().ravel().toDoubleVector();
        double[] some = Arrays.copyOf(values, Math.min(values.length, 4000));
        assertThat(KolmogorovSmirnovTest.withDefaults()
                        .test(some, law::cumulativeProbability)
                        .getPValue())
                .as(parameter)
                .isGreaterThan(FALSE_ALARM);
    }

    private static MultiLayerNetwork initialized(String spec, NeuralNetConfiguration.ListBuilder layers) {
        return Initialization.initialize(
                layers.build(), Catalog.parse(spec), Seeding.independent(1, 0), Nd4j.zeros(DataType.DOUBLE, 1, 1));
    }

    private static NeuralNetConfiguration.ListBuilder layers() {
        return new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).list();
    }

    private static NeuralNetConfiguration.ListBuilder pictures() {
        return layers().layer(new ConvolutionLayer.Builder(5, 5).nIn(3).nOut(8).build())
                .layer(new DenseLayer.Builder().nIn(800).nOut(50).build())
                .layer(output(50));
    }

    private static NeuralNetConfiguration.ListBuilder lstm() {
        return words().layer(new LastTimeStep(new LSTM.Builder()
                        .nIn(DIMENSIONS)
                        .nOut(UNITS)
                        .forgetGateBiasInit(0)
                        .build()))
                .layer(output(UNITS));
    }

    private static NeuralNetConfiguration.ListBuilder plain() {
        return words().layer(new LastTimeStep(
                        new SimpleRnn.Builder().nIn(DIMENSIONS).nOut(UNITS).build()))
                .layer(output(UNITS));
    }

    private static NeuralNetConfiguration.ListBuilder words() {
        return layers().layer(new EmbeddingSequenceLayer.Builder()
                .nIn(WORDS)
                .nOut(DIMENSIONS)
                .build());
    }

    private static OutputLayer output(int inputs) {
        return new OutputLayer.Builder()
                .nIn(inputs)
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build();
    }
}
