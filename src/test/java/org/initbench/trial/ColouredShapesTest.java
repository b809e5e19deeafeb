package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.data.Examples;
import org.initbench.data.Shapes;
import org.initbench.data.TargetScale;
import org.initbench.network.Network;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/** Prevents coloured shapes that a linear classifier tells apart, or that convolutions cannot. */
@Tag("slow")
class ColouredShapesTest {

    private static final int TRAIN = 10_000;
    private static final int TEST = 2000;

    @Test
    void convolutionsTellThem() {
        TrialResult trial = Studies.run(
                        "cnn",
                        "data.source=shapes,data.train=" + TRAIN + ",data.test=" + TEST
                                + ",training.updater={name: adam},training.learningRate=0.002,training.epochs=4,"
                                + "initializers=[he_normal],repetitions=1,probes.at=[]")
                .get(0);
        assertThat(trial.dataset()).isEqualTo("shapes");
        assertThat(trial.test().accuracy()).isGreaterThan(0.85);
    }

    @Test
    void aLinearClassifierDoesNot() {
        Network network = Network.of(new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.ZERO)
                .updater(new Adam(0.001))
                .list()
                .layer(new OutputLayer.Builder()
                        .nIn(3 * 32 * 32)
                        .nOut(Shapes.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.model().init();
        Examples train = flat(Shapes.make(TRAIN, 1, DataType.FLOAT));
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int from = 0; from < TRAIN; from += 50) {
                Examples batch = train.slice(from, from + 50);
                network.fit(batch.features(), batch.labels());
            }
        }
        Evaluation evaluation = new Evaluation(network, true, TargetScale.NONE);
        assertThat(evaluation.of(flat(Shapes.make(TEST, 2, DataType.FLOAT))).accuracy())
                .isLessThan(0.6);
    }

    private static Examples flat(Examples pictures) {
        return new Examples(
                pictures.features()
                        .reshape(pictures.count(), pictures.features().length() / pictures.count()),
                pictures.labels());
    }
}
