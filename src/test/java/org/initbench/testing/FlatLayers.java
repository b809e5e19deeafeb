package org.initbench.testing;

import static org.initbench.testing.LayerExample.dense;
import static org.initbench.testing.LayerExample.ended;
import static org.initbench.testing.LayerExample.expected;
import static org.initbench.testing.LayerExample.followed;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.nd4j.linalg.activations.Activation;

/** Layers of points. */
final class FlatLayers {

    private static final int CLASSES = 2;

    private FlatLayers() {}

    static List<LayerExample> all() {
        InputType points = InputType.feedForward(20);
        return List.of(
                followed("dense", points, List.of(expected("W", "INPUT", 1, 20, 30)), dense(30)),
                followed(
                        "dense with layer normalization",
                        points,
                        List.of(expected("W", "INPUT", 1, 20, 30)),
                        new DenseLayer.Builder().nOut(30).hasLayerNorm(true).build()),
                followed(
                        "before PReLU",
                        points,
                        List.of(expected("W", "INPUT", 1, 20, 30)),
                        dense(30),
                        new PReLULayer.Builder().inputShape(30).build()),
                ended(
                        "center loss",
                        points,
                        List.of(expected("W", "INPUT", 1, 20, 2)),
                        new CenterLossOutputLayer.Builder()
                                .nOut(CLASSES)
                                .activation(Activation.SOFTMAX)
                                .build()),
                followed(
                        "autoencoder",
                        points,
                        List.of(expected("W", "INPUT", 1, 20, 30)),
                        new AutoEncoder.Builder().nOut(30).build()),
                followed(
                        "variational autoencoder",
                        points,
                        List.of(
                                expected("e0W", "INPUT", 1, 20, 15),
                                expected("e1W", "INPUT", 1, 15, 12),
                                expected("pZXMeanW", "INPUT", 1, 12, 10),
                                expected("pZXLogStd2W", "INPUT", 1, 12, 10),
                                expected("d0W", "INPUT", 1, 10, 13),
                                expected("pXZW", "INPUT", 1, 13, 40)),
                        new VariationalAutoencoder.Builder()
                                .nOut(10)
                                .encoderLayerSizes(15, 12)
                                .decoderLayerSizes(13)
                                .build()));
    }
}
