package org.initbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.check.CheckRow;
import org.initbench.check.CheckVerdict;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Guards against a check that changes the network it is given, or says other things than that of a study. */
class CheckTest {

    private final INDArray features = Nd4j.randn(32, 8);
    private final INDArray labels = Nd4j.zeros(32, 2);

    @Test
    void rowsAreInTheOrderOfTheInitializersAndTheNetworkStays() {
        MultiLayerNetwork network = network();
        labels.getColumn(0).assign(1);
        network.fit(features, labels);
        INDArray before = network.params().dup();
        List<CheckRow> rows = Check.of(network)
                .batch(features, labels)
                .inits("zeros", "he_normal", "normal(std=0.001)", "fixup")
                .run();
        assertThat(rows).extracting(CheckRow::init).containsExactly("zeros", "he_normal", "normal(std=0.001)", "fixup");
        assertThat(rows)
                .as(rows.toString())
                .extracting(CheckRow::verdict)
                .containsExactly(
                        CheckVerdict.SYMMETRIC, CheckVerdict.FINE, CheckVerdict.VANISHING, CheckVerdict.SKIPPED);
        assertThat(network.params()).isEqualTo(before);
        assertThat(network.getListeners()).isEmpty();
        assertThat(network.getIterationCount()).isEqualTo(1);
    }

    @Test
    void theDefaultsAreThoseThatCanBeAssigned() {
        assertThat(Check.of(network()).batch(features, labels).run())
                .extracting(CheckRow::init)
                .contains("he_normal", "lsuv")
                .doesNotContain("dl4j(constant=XAVIER)");
    }

    @Test
    void whatIsMissingIsToldInOneSentence() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Check.of(network()).run())
                .withMessage("a check looks at data: give it a minibatch with batch(features, labels)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.of(network()).inits("dl4j(RELU)"))
                .withMessageContaining("is drawn by DL4J itself");
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.001))
                .weightInit(WeightInit.XAVIER)
                .activation(Activation.TANH)
                .list()
                .layer(new DenseLayer.Builder().nIn(8).nOut(16).build())
                .layer(new DenseLayer.Builder().nIn(16).nOut(16).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(16)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        return network;
    }
}
