package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.api.Initializers;
import org.initbench.config.InvalidInputException;
import org.initbench.network.Gate;
import org.initbench.network.Network;
import org.initbench.testing.Plans;
import org.initbench.trial.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prevents biases that a study asks for from going to another gate, from touching weights, or from not arriving. */
class BiasesTest {

    private static final int UNITS = 500;

    @Test
    void everyRuleGivesWhatItSaysToEachGate() {
        assertThat(biases("zeros")).containsOnly(0);
        assertThat(biases("constant(0.3)")).containsOnly(0.3);
        double[] forget = biases("forget(-2)");
        assertThat(gate(forget, Gate.FORGET)).containsOnly(-2);
        assertThat(Arrays.stream(forget).sum()).isEqualTo(-2 * UNITS);
    }

    /** False alarm 1e-7 each. */
    @Test
    void randomOnesHaveTheirLaws() {
        double bound = 1 / Math.sqrt(20);
        assertThat(p(dense("uniform_fan_in"), UniformContinuousDistribution.of(-bound, bound)::cumulativeProbability))
                .isGreaterThan(1e-7);
        assertThat(p(dense("normal(0.2)"), NormalDistribution.of(0, 0.2)::cumulativeProbability))
                .isGreaterThan(1e-7);
    }

    /** The tested gates are those of DL4J: with forget gates open and input gates closed a cell keeps what it has. False alarm 1e-7. */
    @Test
    void chronoSpreadsTheTimesOfUnitsEvenlyAndClosesTheirInputs() {
        double[] biases = biases("chrono(50)");
        double[] forget = gate(biases, Gate.FORGET);
        double[] times = Arrays.stream(forget).map(Math::exp).toArray();
        assertThat(p(times, UniformContinuousDistribution.of(1, 49)::cumulativeProbability))
                .isGreaterThan(1e-7);
        assertThat(gate(biases, Gate.INPUT))
                .isEqualTo(Arrays.stream(forget).map(bias -> -bias).toArray());
        assertThat(gate(biases, Gate.CANDIDATE)).containsOnly(0);
        assertThat(gate(biases, Gate.OUTPUT)).containsOnly(0);
    }

    @Test
    void theForgetGateIsTheOneThatKeepsACellAndTheInputGateTheOneThatOpensIt() {
        double[] closed = new double[4];
        closed[Gate.CANDIDATE.position()] = 2;
        closed[Gate.INPUT.position()] = -40;
        closed[Gate.OUTPUT.position()] = 40;
        assertThat(outputs(closed)).containsOnly(0);
        closed[Gate.INPUT.position()] = 40;
        closed[Gate.FORGET.position()] = -40;
        assertThat(outputs(closed)[2]).as("nothing is kept").isCloseTo(Math.tanh(Math.tanh(2)), within(1e-9));
        closed[Gate.FORGET.position()] = 40;
        assertThat(outputs(closed)[2]).as("three steps add up").isCloseTo(Math.tanh(3 * Math.tanh(2)), within(1e-9));
    }

    @Test
    void weightsAreThoseOfTheInitializerAlone() {
        INDArray plain = initialized("he_normal", null, layers()).params();
        INDArray other = initialized("he_normal", "normal(1)", layers()).params();
        assertThat(other).isNotEqualTo(plain);
        assertThat(initialized("he_normal", "normal(1)", layers()).getParam("0_W"))
                .isEqualTo(initialized("he_normal", null, layers()).getParam("0_W"));
        assertThat(initialized("critical(0.5)", "zeros", layers())
                        .getParam("0_b")
                        .toDoubleVector())
                .containsOnly(0);
    }

    @Test
    void theLibraryHasThemToo() {
        MultiLayerNetwork network = initialized("zeros", null, layers());
        Initializers.of("he_normal").biases("constant(0.25)").apply(network);
        assertThat(network.getParam("0_b").toDoubleVector()).containsOnly(0.25);
        assertThatThrownBy(() -> Initializers.of("he_normal").biases("chron(3)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no rule for biases chron; did you mean chrono?");
    }

    @Test
    void aStudyMayVaryThem() {
        Plan plan = Plans.of("moons", "grid.network.biasInit=[zeros,constant(0.1)],initializers=[he_normal]");
        assertThat(plan.trials())
                .extracting(trial -> trial.key().variant())
                .containsExactly("network.biasInit=zeros", "network.biasInit=constant(0.1)");
        assertThat(Plans.of("moons", "network.biasInit=normal(0.1)")
                        .resolved()
                        .at("/network/biasInit")
                        .asText())
                .isEqualTo("normal(0.1)");
        assertThatThrownBy(() -> Plans.of("moons", "network.biasInit=chrono(1)"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("network.biasInit: chrono(1): chrono needs max above 2");
    }

    @Test
    void gatesNeedAnLstm() {
        assertThat(Initialization.problem(Network.of(layers().build()), placement("he_normal", "chrono(9)")))
                .contains("chrono is for the biases of an LSTM, and this network has none");
    }

    private static double p(double[] sample, DoubleUnaryOperator law) {
        return KolmogorovSmirnovTest.withDefaults().test(sample, law).getPValue();
    }

    private static double[] gate(double[] biases, Gate gate) {
        return Arrays.copyOfRange(biases, gate.position() * UNITS, (gate.position() + 1) * UNITS);
    }

    private static double[] biases(String rule) {
        return initialized("he_normal", rule, lstm(UNITS)).getParam("0_b").toDoubleVector();
    }

    private static double[] dense(String rule) {
        return initialized("he_normal", rule, layers()).getParam("0_b").toDoubleVector();
    }

    /** Of one cell over three steps, whose weights are all 0. */
    private static double[] outputs(double[] biases) {
        MultiLayerNetwork network = initialized("zeros", null, lstm(1));
        network.getParam("0_b").assign(Nd4j.createFromArray(biases).reshape(1, 4));
        return network.feedForward(Nd4j.zeros(DataType.DOUBLE, 1, 3, 3))
                .get(1)
                .ravel()
                .toDoubleVector();
    }

    private static Placement placement(String initializer, @Nullable String biases) {
        return new Placement(Catalog.parse(initializer), null, null, biases == null ? null : Biases.parse(biases));
    }

    private static MultiLayerNetwork initialized(
            String initializer, @Nullable String biases, NeuralNetConfiguration.ListBuilder layers) {
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        Initialization.initialize(
                Network.of(network),
                placement(initializer, biases),
                Seeding.independent(1, 0),
                Nd4j.zeros(DataType.DOUBLE, 1, 1));
        return network;
    }

    private static NeuralNetConfiguration.ListBuilder lstm(int units) {
        return new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new LSTM.Builder()
                        .nIn(3)
                        .nOut(units)
                        .activation(Activation.TANH)
                        .build())
                .layer(new RnnOutputLayer.Builder()
                        .nIn(units)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build());
    }

    private static NeuralNetConfiguration.ListBuilder layers() {
        return new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .list()
                .layer(new DenseLayer.Builder().nIn(20).nOut(UNITS).build())
                .layer(new OutputLayer.Builder()
                        .nIn(UNITS)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build());
    }
}
