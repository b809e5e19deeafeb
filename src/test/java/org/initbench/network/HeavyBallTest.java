package org.initbench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** Prevents velocities that are shared, reset or scaled by the wrong iteration's rate in a network of several layers. */
class HeavyBallTest {

    private static final TriangularRate RATE = new TriangularRate(0.05, 0.4, 2);

    private final INDArray features = Nd4j.createFromArray(new double[][] {{1, -2}, {0.5, 3}, {-1.5, 0.25}});
    private final INDArray labels = Nd4j.createFromArray(new double[][] {{1}, {0}, {1}});

    @Test
    void movesAllLayersAsTheNaiveLoopDoes() {
        MultiLayerNetwork network = network(new HeavyBall(0.9, RATE));
        double[] parameters = network.params().toDoubleVector();
        double[] velocity = new double[parameters.length];
        MultiLayerNetwork twin = network(new Sgd(1));
        for (int iteration = 0; iteration < 7; iteration++) {
            double[] gradient = meanGradient(twin, parameters);
            for (int i = 0; i < parameters.length; i++) {
                velocity[i] = 0.9 * velocity[i] + RATE.valueAt(iteration, 0) * gradient[i];
                parameters[i] -= velocity[i];
            }
            network.fit(features, labels);
            assertThat(network.params().toDoubleVector()).containsExactly(parameters, within(1e-13));
        }
    }

    @Test
    void survivesTheJsonOfAConfiguration() {
        MultiLayerConfiguration configuration =
                network(new HeavyBall(0.9, RATE)).getLayerWiseConfigurations();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        DenseLayer dense = (DenseLayer) read.getConf(0).getLayer();
        assertThat(dense.getIUpdater()).isEqualTo(new HeavyBall(0.9, RATE));
    }

    /** By plain descent with rate 1, whose step is the gradient itself. */
    private double[] meanGradient(MultiLayerNetwork twin, double[] parameters) {
        twin.setParams(Nd4j.createFromArray(parameters).reshape(1, parameters.length));
        twin.fit(features, labels);
        double[] moved = twin.params().toDoubleVector();
        double[] gradient = new double[parameters.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = parameters[i] - moved[i];
        }
        return gradient;
    }

    private static MultiLayerNetwork network(IUpdater updater) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .updater(updater)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(2)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(new SigmoidCrossEntropy())
                        .nIn(3)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build());
        network.init();
        return network;
    }
}
