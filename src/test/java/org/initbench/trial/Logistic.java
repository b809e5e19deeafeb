package org.initbench.trial;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initbench.config.Training;
import org.initbench.network.SigmoidCrossEntropy;
import org.initbench.result.TrialKey;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Logistic regression on three examples: the network that DL4J trains, and its gradient in plain loops. */
final class Logistic {

    static final double RATE = 0.1;

    private static final double[][] FEATURES = {{1, -2}, {0.5, 3}, {-1.5, 0.25}};
    private static final double[] LABELS = {1, 0, 1};

    private Logistic() {}

    /** Two weights and a bias. */
    static double[] start() {
        return new double[] {0.5, -0.25, 0.125};
    }

    /** The gradient of the mean loss with respect to the two weights and the bias. */
    static double[] gradient(double[] parameters) {
        double[] gradient = new double[3];
        for (int i = 0; i < LABELS.length; i++) {
            double[] x = FEATURES[i];
            double z = parameters[0] * x[0] + parameters[1] * x[1] + parameters[2];
            double error = (1 / (1 + Math.exp(-z)) - LABELS[i]) / LABELS.length;
            gradient[0] += error * x[0];
            gradient[1] += error * x[1];
            gradient[2] += error;
        }
        return gradient;
    }

    /** What DL4J makes of the starting parameters after so many updates on all examples. */
    static double[] trained(Training training, int updates) {
        TrialKey key = new TrialKey("logistic", "", "given", RATE, 0);
        MultiLayerNetwork network = new MultiLayerNetwork(TrainingSetup.builder(training, key, 1)
                .list()
                .layer(new OutputLayer.Builder(new SigmoidCrossEntropy())
                        .nIn(2)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .build());
        network.init();
        network.setParams(Nd4j.createFromArray(start()).reshape(1, 3));
        INDArray features = Nd4j.createFromArray(FEATURES);
        INDArray labels = Nd4j.createFromArray(LABELS).reshape(3, 1);
        for (int i = 0; i < updates; i++) {
            network.fit(features, labels);
        }
        return network.params().toDoubleVector();
    }
}
