package org.initbench.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.initbench.conformance.LayerDefinition.Biases;
import org.initbench.conformance.LayerDefinition.Reading;

/** Recurrent layers. Source: {@code SimpleRnnParamInitializer}, {@code LSTMParamInitializer} and its kin. */
@SuppressWarnings("deprecation") // of GravesLSTM and its kin
final class RecurrentFamilies {

    private static final Biases FORGET = new Biases(
            false, "forget gates begin at forgetGateBiasInit, 1 by default (Jozefowicz et al. 2015), other gates at 0");

    static final List<LayerFamily> ALL = List.of(
            new LayerFamily("rnn:IN:OUT", "rnn:96:64", RecurrentFamilies::simple),
            new LayerFamily(
                    "lstm:IN:OUT",
                    "lstm:96:64",
                    sizes -> gates(
                            sizes, () -> new LSTM.Builder().nOut(sizes.get(1)).build(), "W", "RW")),
            new LayerFamily(
                    "bidirectional:IN:OUT",
                    "bidirectional:96:64",
                    sizes -> gates(
                            sizes,
                            () -> new Bidirectional(
                                    new LSTM.Builder().nOut(sizes.get(1)).build()),
                            "fW",
                            "fRW",
                            "bW",
                            "bRW")),
            new LayerFamily(
                    "graveslstm:IN:OUT",
                    "graveslstm:64:128",
                    sizes -> gates(
                            sizes,
                            () -> new GravesLSTM.Builder().nOut(sizes.get(1)).build(),
                            "W",
                            "RW")),
            new LayerFamily(
                    "gravesbidirectional:IN:OUT",
                    "gravesbidirectional:64:128",
                    sizes -> gates(
                            sizes,
                            () -> new GravesBidirectionalLSTM.Builder()
                                    .nOut(sizes.get(1))
                                    .build(),
                            "WF",
                            "RWF",
                            "WB",
                            "RWB")));

    private RecurrentFamilies() {}

    private static LayerDefinition simple(List<Integer> sizes) {
        int units = sizes.get(1);
        return LayerDefinition.of(
                InputType.recurrent(sizes.get(0)),
                () -> new SimpleRnn.Builder().nOut(units).build(),
                Biases.ARRIVE,
                Map.of("W", Reading.plain(sizes.get(0), units), "RW", Reading.plain(units, units)));
    }

    /** One pair of fans, (units, inputs + units), for all gates of both parameters. */
    private static LayerDefinition gates(List<Integer> sizes, Supplier<Layer> layer, String... keys) {
        double units = sizes.get(1);
        double joined = sizes.get(0) + units;
        Map<String, Reading> readings = new HashMap<>();
        for (String key : keys) {
            readings.put(
                    key,
                    key.contains("R")
                            ? new Reading(units, joined, "fan-out is inputs + units", "")
                            : new Reading(
                                    units, joined, "fan-in is the units, not the inputs, fan-out inputs + units", ""));
        }
        return LayerDefinition.of(InputType.recurrent(sizes.get(0)), layer, FORGET, readings);
    }
}
