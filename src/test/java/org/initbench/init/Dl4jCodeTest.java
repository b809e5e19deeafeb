package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Prevents advice to write a constant that draws another law than its name says, or than this network's layers get. */
class Dl4jCodeTest {

    /** Of 34 comparisons, one fails by chance with a probability below 4e-5. */
    private static final double FALSE_ALARM = 1e-6;

    @ParameterizedTest
    @CsvSource({
        "he_normal, WeightInit.RELU",
        "he_uniform, WeightInit.RELU_UNIFORM",
        "glorot_normal, WeightInit.XAVIER",
        "glorot_uniform, WeightInit.XAVIER_UNIFORM",
        "lecun_normal, WeightInit.LECUN_NORMAL",
        "zeros, WeightInit.ZERO",
        "ones, WeightInit.ONES",
        "constant(0.1), new ConstantDistribution(0.1)",
        "normal(0.01), 'new NormalDistribution(0, 0.01)'",
        "uniform(0.05), 'new UniformDistribution(-0.05, 0.05)'",
        "critical, WeightInit.RELU",
        "dl4j(VAR_SCALING_NORMAL_FAN_IN), WeightInit.VAR_SCALING_NORMAL_FAN_IN"
    })
    void aLawThatDl4jDrawsIsNamed(String spec, String code) {
        assertThat(code(dense(), spec)).contains(code);
    }

    /** DL4J's LECUN_UNIFORM has three times the variance of LeCun's rule. */
    @ParameterizedTest
    @CsvSource({"lecun_uniform", "orthogonal", "lsuv", "truncated_normal(0.05)", "critical(sigma_b=0.3)"})
    void aLawThatDl4jDoesNotDrawIsNot(String spec) {
        assertThat(code(dense(), spec)).isEmpty();
    }

    /** DL4J divides fan_out of a kernel by the square of the stride. */
    @Test
    void overAStrideXavierIsAnotherLaw() {
        assertThat(code(convolution(1), "glorot_normal")).contains("WeightInit.XAVIER");
        assertThat(code(convolution(2), "glorot_normal")).isEmpty();
        assertThat(code(convolution(2), "he_normal")).contains("WeightInit.RELU");
    }

    @Test
    void layersOfAnotherInitializerAreNamedApart() {
        Network network = Network.of(dense());
        Placement placement =
                new Placement(Catalog.parse("he_normal"), Catalog.parse("normal(0.001)"), Catalog.parse("zeros"), null);
        assertThat(Dl4jCode.of(network, placement))
                .contains("WeightInit.RELU for the other layers, new NormalDistribution(0, 0.001) for the first layer's"
                        + " input weights, WeightInit.ZERO for the last layer");
    }

    static Stream<String> catalog() {
        return Catalog.types().stream().map(InitializerType::example);
    }

    /** Weights that DL4J draws by the constant, and those of the initializer, come from one law. */
    @ParameterizedTest
    @MethodSource("catalog")
    void whatIsNamedDrawsTheSameLaw(String spec) {
        Optional<String> code = code(dense(), spec).filter(named -> named.startsWith("WeightInit."));
        if (code.isEmpty()) {
            return;
        }
        WeightInit constant = WeightInit.valueOf(code.get().substring("WeightInit.".length()));
        Map<String, INDArray> own = drawn(spec);
        Map<String, INDArray> theirs = drawn(constant.getWeightInitFunction());
        for (String name : new String[] {"0_W", "1_W"}) {
            double[] ours =
                    Objects.requireNonNull(own.get(name)).dup('c').data().asDouble();
            double[] dl4js =
                    Objects.requireNonNull(theirs.get(name)).dup('c').data().asDouble();
            if (code.get().equals("WeightInit.ZERO") || code.get().equals("WeightInit.ONES")) {
                assertThat(ours).isEqualTo(dl4js);
            } else {
                assertThat(KolmogorovSmirnovTest.withDefaults()
                                .test(ours, dl4js)
                                .getPValue())
                        .isGreaterThan(FALSE_ALARM);
            }
        }
    }

    private static Map<String, INDArray> drawn(String spec) {
        Network network = Network.of(dense());
        Initialization.initialize(
                network, Placement.everywhere(Catalog.parse(spec)), Seeding.independent(7, 0), Nd4j.rand(8, 60));
        return network.model().paramTable();
    }

    private static Map<String, INDArray> drawn(IWeightInit constant) {
        MultiLayerConfiguration configuration = dense();
        configuration.getConfs().forEach(layer -> ((BaseLayer) layer.getLayer()).setWeightInitFn(constant));
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network.paramTable();
    }

    private static Optional<String> code(MultiLayerConfiguration configuration, String spec) {
        return Dl4jCode.of(Network.of(configuration), Placement.everywhere(Catalog.parse(spec)));
    }

    private static MultiLayerConfiguration dense() {
        return new NeuralNetConfiguration.Builder()
                .seed(11)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(60)
                        .nOut(40)
                        .activation(Activation.RELU)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nIn(40)
                        .nOut(50)
                        .activation(Activation.RELU)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(50)
                        .nOut(30)
                        .activation(Activation.RELU)
                        .build())
                .build();
    }

    private static MultiLayerConfiguration convolution(int stride) {
        return new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .stride(stride, stride)
                        .convolutionMode(ConvolutionMode.Same)
                        .nOut(8)
                        .activation(Activation.RELU)
                        .build())
                .setInputType(InputType.convolutional(8, 8, 3))
                .build();
    }
}
