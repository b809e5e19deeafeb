package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.SpectrumRow;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Guards against a spectrum of other matrices than the network's, and against a theory that is off by a layer or a side. */
class SpectrumTest {

    private static final int REPETITIONS = 50;
    private static final int WIDTH = 50;
    private static final double STEP = 1e-5;

    @Test
    void anOrthogonalLinearNetworkHasOnesOnly() {
        List<SpectrumRow> rows = run("linear", "orthogonal", 1).get(0).spectrum();
        assertThat(rows).hasSize(6 * WIDTH).allSatisfy(row -> {
            assertThat(row.value()).isCloseTo(1, within(1e-10));
            assertThat(row.iteration()).isZero();
        });
        assertThat(rows.stream().map(SpectrumRow::name).distinct())
                .containsExactly("0_W", "1_W", "2_W", "3_W", "4_W", "layer4");
    }

    @Test
    void aGaussianLinearNetworkHasOthers() {
        List<SpectrumRow> rows = run("linear", "lecun_normal", 1).get(0).spectrum();
        assertThat(rows.get(0).value()).isGreaterThan(1.5);
        assertThat(rows.get(WIDTH - 1).value()).isLessThan(0.5);
    }

    /**
     * Five standard errors of the mean over repetitions, and 1/n for what is of that order where activations saturate: a false alarm in
     * about 8 of a million spectra, by Student's t with 49 degrees of freedom. What a Jacobian makes of one direction spreads by
     * √((1 + 5/n)⁵ − 1) at most, relu's of five layers; its mean square is the mean over directions.
     */
    @ParameterizedTest
    @CsvSource({"relu, he_normal", "tanh, lecun_normal", "tanh, critical(0.3)"})
    void theMeanSquareIsThatOfTheory(String activation, String init) {
        List<TrialResult> trials = run(activation, init, REPETITIONS);
        List<String> names = trials.get(0).spectrum().stream()
                .map(SpectrumRow::name)
                .distinct()
                .toList();
        assertThat(names).hasSize(6);
        double spread = Math.sqrt(Math.pow(1 + 5.0 / WIDTH, 5) - 1);
        for (String name : names) {
            double[] ratios =
                    trials.stream().mapToDouble(trial -> ratio(trial, name)).toArray();
            double standardError = StandardDeviation.of(ratios).getAsDouble() / Math.sqrt(REPETITIONS);
            assertThat(Mean.of(ratios).getAsDouble()).as(name).isCloseTo(1, within(1.0 / WIDTH + 5 * standardError));
            assertThat(standardError).as(name).isLessThan(spread / Math.sqrt(REPETITIONS));
        }
    }

    private static double ratio(TrialResult trial, String name) {
        List<SpectrumRow> rows =
                trial.spectrum().stream().filter(row -> row.name().equals(name)).toList();
        double theory = Objects.requireNonNull(rows.get(0).theoryMeanSquare());
        return rows.stream()
                .mapToDouble(row -> row.value() * row.value() / theory)
                .average()
                .orElseThrow();
    }

    /** (16, 1·3·3), (32, 16·3·3) and (32·7·7, 10). */
    @Test
    void kernelsAreMatricesAndAConvolutionalNetworkHasNoJacobian() {
        TrialResult trial = Studies.run(
                        "cnn",
                        "probes.spectrum=true,training.epochs=1,repetitions=1,initializers=[he_normal],data.train=64,data.test=20")
                .get(0);
        assertThat(trial.outcome()).isInstanceOf(Outcome.Completed.class);
        Map<String, List<SpectrumRow>> matrices = trial.spectrum().stream()
                .collect(Collectors.groupingBy(SpectrumRow::name, LinkedHashMap::new, Collectors.toList()));
        assertThat(matrices.values().stream().map(List::size)).containsExactly(9, 32, 10);
        assertThat(trial.spectrum()).allSatisfy(row -> {
            assertThat(row.quantity()).isEqualTo("weight");
            assertThat(row.theoryMeanSquare()).isPositive();
        });
        matrices.forEach((name, rows) -> {
            double sum =
                    rows.stream().mapToDouble(row -> row.value() * row.value()).sum();
            LayerRow weights = trial.layers().stream()
                    .filter(row -> row.iteration() == 0
                            && row.quantity() == Quantity.WEIGHT
                            && row.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            LayerRow.Statistics statistics = weights.statistics();
            assertThat(sum)
                    .isCloseTo(statistics.count() * statistics.rms() * statistics.rms(), withinPercentage(0.001));
        });
    }

    @Test
    void nothingIsMeasuredUnlessAStudyAsksForIt() {
        assertThat(Studies.run("activations", "repetitions=1").get(0).spectrum())
                .isEmpty();
    }

    @Test
    void theJacobianIsThatOfFiniteDifferences() {
        MultiLayerNetwork model = network(Activation.SIGMOID);
        INDArray example = Nd4j.create(new double[][] {{0.3, -1.2, 0.7}});
        INDArray jacobian = Jacobian.of(Network.of(model), example).orElseThrow();
        assertThat(jacobian.shape()).containsExactly(3, 2);
        for (int input = 0; input < 3; input++) {
            INDArray above = model.output(moved(example, input, STEP));
            INDArray difference = above.sub(model.output(moved(example, input, -STEP)));
            for (int output = 0; output < 2; output++) {
                assertThat(jacobian.getDouble(input, output))
                        .isCloseTo(difference.getDouble(0, output) / (2 * STEP), within(1e-8));
            }
        }
    }

    @Test
    void aSoftmaxAtTheEndIsLeftOut() {
        INDArray example = Nd4j.create(new double[][] {{0.3, -1.2, 0.7}});
        assertThat(Jacobian.of(Network.of(network(Activation.SOFTMAX)), example).orElseThrow())
                .isEqualTo(Jacobian.of(Network.of(network(Activation.IDENTITY)), example)
                        .orElseThrow());
    }

    private static INDArray moved(INDArray example, int input, double step) {
        INDArray moved = example.dup();
        moved.putScalar(0, input, moved.getDouble(0, input) + step);
        return moved;
    }

    private static MultiLayerNetwork network(Activation last) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(3)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .biasInit(0.3)
                        .build())
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(4)
                        .nOut(2)
                        .activation(last)
                        .biasInit(-0.2)
                        .build())
                .build());
        network.init();
        return network;
    }

    private static List<TrialResult> run(String activation, String init, int repetitions) {
        return Studies.run(
                "activations",
                "probes.spectrum=true,network.bias=true,data.examples=20,data.inputs=" + WIDTH + ",network.width="
                        + WIDTH
                        + ",network.activation=" + activation + ",initializers=[" + init
                        + "],repetitions=" + repetitions);
    }
}
