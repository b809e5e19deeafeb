package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against mirrored blocks that do not cancel: the network would not be linear. */
class LooksLinearTest {

    @Test
    void aDeepReluNetworkIsLinearAndKeepsLengths() {
        MultiLayerConfiguration stack = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .activation(Activation.RELU)
                .list()
                .layer(dense(5, 10, Activation.RELU))
                .layer(dense(10, 10, Activation.RELU))
                .layer(dense(10, 10, Activation.RELU))
                .layer(dense(10, 5, Activation.IDENTITY))
                .build();
        Nd4j.getRandom().setSeed(4);
        INDArray a = Nd4j.randn(DataType.DOUBLE, 3, 5);
        INDArray b = Nd4j.randn(DataType.DOUBLE, 3, 5);
        MultiLayerNetwork network =
                Initialization.initialize(stack, Catalog.parse("looks_linear"), Seeding.independent(1, 0), a);
        INDArray sum = network.output(a).dup().addi(network.output(b).mul(-2));
        INDArray ofSum = network.output(a.sub(b.mul(2)));
        for (int i = 0; i < sum.length(); i++) {
            assertThat(ofSum.getDouble(i)).isCloseTo(sum.getDouble(i), within(1e-12));
        }
        assertThat(network.output(a).norm2Number().doubleValue())
                .isCloseTo(a.norm2Number().doubleValue(), within(1e-12));
    }

    private static DenseLayer dense(int inputs, int units, Activation activation) {
        return new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(units)
                .activation(activation)
                .hasBias(false)
                .build();
    }
}
