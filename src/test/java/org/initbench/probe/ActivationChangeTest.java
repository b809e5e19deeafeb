package org.initbench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.network.Network;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Prevents a change of activations from being measured on other examples than the first, whose array training uses again. */
class ActivationChangeTest {

    @Test
    void itIsTheDifferenceThatUpdatesMakeForTheSameExamples() {
        MultiLayerNetwork network = network();
        INDArray features = Nd4j.linspace(DataType.DOUBLE, -2, 0.1, 40).reshape(10, 4);
        INDArray examples = features.dup();
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, 10, 2);
        labels.getColumn(1).assign(1);
        List<LayerRow> rows = new ArrayList<>();
        ActivationChange change = new ActivationChange(
                Network.of(network),
                features,
                new ProbeSettings(iteration -> iteration == 3, 10, 0, new ProbeSettings.Extremes()),
                rows::add);
        INDArray before = network.feedForward(examples).get(1).dup();
        change.measure(0);
        change.measure(2);
        assertThat(rows).isEmpty();
        features.assign(7);
        change.measure(3);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.quantity()).isEqualTo(Quantity.ACTIVATION_CHANGE);
            assertThat(row.statistics().rms()).as("nothing has moved").isZero();
        });
        network.fit(examples, labels);
        change.measure(3);
        INDArray moved = network.feedForward(examples).get(1).sub(before);
        double rms = moved.norm2Number().doubleValue() / Math.sqrt((double) moved.length());
        assertThat(rows.get(1).statistics().rms()).isPositive().isCloseTo(rms, within(1e-12));
        assertThat(((DenseLayer) network.getLayer(0).conf().getLayer()).getActivationFn())
                .isEqualTo(Activation.TANH.getActivationFunction());
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0.5))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(4)
                        .nOut(6)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder()
                        .nIn(6)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        return network;
    }
}
