package org.initbench.testing;

import static org.initbench.testing.LayerExample.dense;
import static org.initbench.testing.LayerExample.expected;
import static org.initbench.testing.LayerExample.followed;

import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.initbench.testing.LayerExample.Expected;

/** Layers of sequences, attention excepted. */
@SuppressWarnings("deprecation") // of GravesLSTM and its kin
final class SequenceLayers {

    private SequenceLayers() {}

    static List<LayerExample> all() {
        InputType steps = InputType.recurrent(9, 5);
        List<Expected> gates = List.of(expected("W", "INPUT", 4, 9, 8), expected("RW", "RECURRENT", 4, 8, 8));
        List<Expected> simple = List.of(expected("W", "INPUT", 1, 9, 8), expected("RW", "RECURRENT", 1, 8, 8));
        List<Expected> both = List.of(
                expected("fW", "INPUT", 4, 9, 8),
                expected("fRW", "RECURRENT", 4, 8, 8),
                expected("bW", "INPUT", 4, 9, 8),
                expected("bRW", "RECURRENT", 4, 8, 8));
        Layer mean = new GlobalPoolingLayer();
        return List.of(
                followed(
                        "simple recurrent",
                        steps,
                        simple,
                        new SimpleRnn.Builder().nOut(8).build(),
                        mean),
                followed(
                        "simple recurrent with layer normalization",
                        steps,
                        simple,
                        new SimpleRnn.Builder().nOut(8).hasLayerNorm(true).build(),
                        mean),
                followed("LSTM", steps, gates, new LSTM.Builder().nOut(8).build(), mean),
                followed(
                        "GravesLSTM",
                        steps,
                        gates,
                        new GravesLSTM.Builder().nOut(8).build(),
                        mean),
                followed(
                        "GravesBidirectionalLSTM",
                        steps,
                        List.of(
                                expected("WF", "INPUT", 4, 9, 8),
                                expected("RWF", "RECURRENT", 4, 8, 8),
                                expected("WB", "INPUT", 4, 9, 8),
                                expected("RWB", "RECURRENT", 4, 8, 8)),
                        new GravesBidirectionalLSTM.Builder().nOut(8).build(),
                        mean),
                followed(
                        "LastTimeStep",
                        steps,
                        gates,
                        new LastTimeStep(new LSTM.Builder().nOut(8).build())),
                followed(
                        "MaskZero",
                        steps,
                        gates,
                        new MaskZeroLayer(new LSTM.Builder().nOut(8).build(), 0),
                        mean),
                followed(
                        "TimeDistributed",
                        steps,
                        List.of(expected("W", "INPUT", 1, 9, 8)),
                        new TimeDistributed(dense(8)),
                        mean),
                followed(
                        "Bidirectional",
                        steps,
                        both,
                        new Bidirectional(new LSTM.Builder().nOut(8).build()),
                        mean),
                followed(
                        "Bidirectional in LastTimeStep",
                        steps,
                        both,
                        new LastTimeStep(
                                new Bidirectional(new LSTM.Builder().nOut(8).build()))),
                followed(
                        "1D convolution",
                        steps,
                        List.of(expected("W", "INPUT", 1, 27, 24)),
                        new Convolution1DLayer.Builder(3).nOut(8).stride(1).build(),
                        mean),
                followed(
                        "1D locally connected",
                        steps,
                        List.of(expected("W", "INPUT", 3, 27, 24)),
                        new LocallyConnected1D.Builder()
                                .nOut(8)
                                .kernelSize(3)
                                .setInputSize(5)
                                .convolutionMode(ConvolutionMode.Truncate)
                                .build(),
                        mean));
    }
}
