package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against a DL4J constant that is changed on its way into the network. */
class Dl4jConstantTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISTRIBUTION")
    void weightsAreThoseOfTheConstantItself(WeightInit constant) {
        INDArray ours = initialized("dl4j(" + constant + ")").params();
        MultiLayerConfiguration configuration = square();
        configuration.getConfs().forEach(layer -> ((BaseLayer) layer.getLayer())
                .setWeightInitFn(constant.getWeightInitFunction()));
        MultiLayerNetwork theirs = new MultiLayerNetwork(configuration);
        theirs.init();
        assertThat(ours.toDoubleVector()).isEqualTo(theirs.params().toDoubleVector());
    }

    @Test
    void theIdentityRefusesWhatIsNotSquare() {
        MultiLayerConfiguration configuration =
                Networks.of(DataType.DOUBLE, Networks.dense(4, 3), Networks.output(3, 2));
        assertThatThrownBy(() -> Initialization.initialize(
                        configuration,
                        Catalog.parse("dl4j(IDENTITY)"),
                        Seeding.independent(1, 0),
                        Nd4j.zeros(DataType.DOUBLE, 1, 4)))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessageContaining("IDENTITY refuses weights of shape [4, 3]");
    }

    private static MultiLayerNetwork initialized(String spec) {
        return Initialization.initialize(
                square(), Catalog.parse(spec), Seeding.independent(1, 0), Nd4j.zeros(DataType.DOUBLE, 1, 4));
    }

    private static MultiLayerConfiguration square() {
        return new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .list()
                .layer(Networks.dense(4, 4))
                .layer(Networks.output(4, 4))
                .build();
    }

    /** What a builder has before anyone says anything. */
    @Test
    void theDefaultIsThatOfAnEmptyConfiguration() {
        assertThat(Catalog.parse("dl4j_default").spec()).isEqualTo("dl4j(constant=XAVIER)");
        assertThat(new NeuralNetConfiguration.Builder().getWeightInitFn())
                .isEqualTo(WeightInit.XAVIER.getWeightInitFunction());
    }
}
