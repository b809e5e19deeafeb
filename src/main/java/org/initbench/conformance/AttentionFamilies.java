package org.initbench.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.AttentionVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.initbench.conformance.LayerDefinition.Biases;
import org.initbench.conformance.LayerDefinition.Reading;
import org.initbench.network.Network;

/** Attention with projections, made of SameDiff. Source: {@code initializeParameters} of each. */
final class AttentionFamilies {

    private static final Biases NONE = new Biases(false, "no biases");
    private static final int STEPS = 5;

    private static final String QUERIES = "Wq";
    private static final String OUTPUT = "Wo";

    static final List<LayerFamily> ALL = List.of(
            new LayerFamily("attention:IN:OUT:HEADS", "attention:96:64:4", heads(AttentionFamilies::self)),
            new LayerFamily(
                    "learnedattention:IN:OUT:HEADS:QUERIES",
                    "learnedattention:96:64:4:32",
                    heads(AttentionFamilies::learned)),
            new LayerFamily(
                    "recurrentattention:IN:OUT:HEADS",
                    "recurrentattention:96:64:4",
                    heads(AttentionFamilies::recurrent)),
            new LayerFamily(
                    "attentionvertex:IN:OUT:HEADS", "attentionvertex:96:64:4", heads(AttentionFamilies::vertex)));

    private AttentionFamilies() {}

    /** Units are divided among the heads, as DL4J does where no head size is set. */
    private static Function<List<Integer>, LayerDefinition> heads(Function<List<Integer>, LayerDefinition> definition) {
        return sizes -> sizes.get(1) % sizes.get(2) == 0
                ? definition.apply(sizes).unreached()
                : LayerDefinition.impossible("cannot divide OUT among the heads; give a multiple of HEADS as OUT");
    }

    private static LayerDefinition self(List<Integer> sizes) {
        return LayerDefinition.of(
                InputType.recurrent(sizes.get(0), STEPS),
                () -> new SelfAttentionLayer.Builder()
                        .nOut(sizes.get(1))
                        .nHeads(sizes.get(2))
                        .projectInput(true)
                        .build(),
                NONE,
                swapped(sizes));
    }

    private static LayerDefinition learned(List<Integer> sizes) {
        Map<String, Reading> readings = new HashMap<>(swapped(sizes));
        readings.put("Q", Reading.plain(sizes.get(0), sizes.get(3)));
        return LayerDefinition.of(
                InputType.recurrent(sizes.get(0), STEPS),
                () -> new LearnedSelfAttentionLayer.Builder()
                        .nOut(sizes.get(1))
                        .nHeads(sizes.get(2))
                        .nQueries(sizes.get(3))
                        .projectInput(true)
                        .build(),
                NONE,
                readings);
    }

    private static LayerDefinition recurrent(List<Integer> sizes) {
        double units = sizes.get(1);
        Map<String, Reading> readings = new HashMap<>(swapped(sizes));
        // here queries come from the output, so that both fans are the units either way
        readings.put(QUERIES, Reading.plain(units, units));
        readings.put("W", Reading.plain(sizes.get(0), units));
        readings.put("RW", Reading.plain(units, units));
        return LayerDefinition.of(
                InputType.recurrent(sizes.get(0), STEPS),
                () -> new RecurrentAttentionLayer.Builder()
                        .nIn(sizes.get(0))
                        .nOut(sizes.get(1))
                        .nHeads(sizes.get(2))
                        .projectInput(true)
                        .build(),
                new Biases(false, "all biases are 0"),
                readings);
    }

    /** Projections of the input by (units of all heads, units), of the heads by (inputs, units of a head). */
    private static Map<String, Reading> swapped(List<Integer> sizes) {
        double units = sizes.get(1);
        Reading input = new Reading(units, units, "has the fans of Wo, as the two are swapped", "");
        Reading output = new Reading(
                sizes.get(0), units / sizes.get(2), "has the fans of Wq for one head, as the two are swapped", "");
        return Map.of(QUERIES, input, "Wk", input, "Wv", input, OUTPUT, output);
    }

    private static LayerDefinition vertex(List<Integer> sizes) {
        double units = sizes.get(1);
        Reading input = new Reading(
                sizes.get(0),
                units / sizes.get(2),
                "fan-out counts the units of one head",
                "each head is a matrix of its own");
        Map<String, Reading> readings =
                Map.of(QUERIES, input, "Wk", input, "Wv", input, OUTPUT, Reading.plain(units, units));
        return new LayerDefinition(builder -> vertex(builder, sizes), readings, NONE, true, Optional.empty());
    }

    private static Network vertex(NeuralNetConfiguration.Builder builder, List<Integer> sizes) {
        String input = "in";
        String name = "attention";
        int inputs = sizes.get(0);
        return Network.of(builder.graphBuilder()
                .addInputs(input)
                .setInputTypes(InputType.recurrent(inputs, STEPS))
                .addVertex(
                        name,
                        new AttentionVertex.Builder()
                                .nInQueries(inputs)
                                .nInKeys(inputs)
                                .nInValues(inputs)
                                .nOut(sizes.get(1))
                                .nHeads(sizes.get(2))
                                .projectInput(true)
                                .build(),
                        input,
                        input,
                        input)
                .setOutputs(name)
                .build());
    }
}
