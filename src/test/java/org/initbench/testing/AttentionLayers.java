package org.initbench.testing;

import static org.initbench.testing.LayerExample.base;
import static org.initbench.testing.LayerExample.classes;
import static org.initbench.testing.LayerExample.drawn;
import static org.initbench.testing.LayerExample.expected;
import static org.initbench.testing.LayerExample.followed;
import static org.initbench.testing.LayerExample.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.graph.AttentionVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.RecurrentAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SelfAttentionLayer;
import org.initbench.network.Network;
import org.initbench.testing.LayerExample.Expected;

/** Embeddings and attention. */
final class AttentionLayers {

    private AttentionLayers() {}

    static List<LayerExample> all() {
        InputType steps = InputType.recurrent(9, 5);
        Layer mean = new GlobalPoolingLayer();
        List<Expected> projections = List.of(
                expected("Wq", "QUERY", 1, 9, 12),
                expected("Wk", "KEY", 1, 9, 12),
                expected("Wv", "VALUE", 1, 9, 12),
                expected("Wo", "PROJECTION", 1, 12, 8));
        List<Expected> learned = new ArrayList<>(List.of(expected("Q", "QUERY", 1, 9, 6)));
        learned.addAll(projections);
        return List.of(
                followed(
                        "embedding",
                        InputType.recurrent(11, 5),
                        List.of(expected("W", "EMBEDDING", 1, 11, 8)),
                        new EmbeddingSequenceLayer.Builder().nIn(11).nOut(8).build(),
                        mean),
                followed(
                        "self attention",
                        steps,
                        projections,
                        new SelfAttentionLayer.Builder()
                                .nOut(8)
                                .nHeads(3)
                                .headSize(4)
                                .projectInput(true)
                                .build(),
                        mean),
                followed(
                        "learned self attention",
                        steps,
                        learned,
                        new LearnedSelfAttentionLayer.Builder()
                                .nOut(8)
                                .nHeads(3)
                                .headSize(4)
                                .nQueries(6)
                                .projectInput(true)
                                .build(),
                        mean),
                followed(
                        "recurrent attention",
                        steps,
                        List.of(
                                expected("W", "INPUT", 1, 9, 8),
                                expected("RW", "RECURRENT", 1, 8, 8),
                                expected("Wq", "QUERY", 1, 8, 12),
                                expected("Wk", "KEY", 1, 9, 12),
                                expected("Wv", "VALUE", 1, 9, 12),
                                expected("Wo", "PROJECTION", 1, 12, 8)),
                        new RecurrentAttentionLayer.Builder()
                                .nIn(9)
                                .nOut(8)
                                .nHeads(3)
                                .headSize(4)
                                .projectInput(true)
                                .build(),
                        mean),
                attentionVertex());
    }

    private static LayerExample attentionVertex() {
        Supplier<Network> network = () -> Network.of(base().graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.recurrent(9, 5))
                .addVertex(
                        "attention",
                        new AttentionVertex.Builder()
                                .nInQueries(9)
                                .nInKeys(9)
                                .nInValues(9)
                                .nOut(8)
                                .nHeads(3)
                                .headSize(4)
                                .projectInput(true)
                                .build(),
                        "in",
                        "in",
                        "in")
                .addLayer("mean", new GlobalPoolingLayer(), "attention")
                .addLayer("out", output(), "mean")
                .setOutputs("out")
                .build());
        List<Expected> weights = List.of(
                expected("Wq", "QUERY", 1, 9, 12),
                expected("Wk", "KEY", 1, 9, 12),
                expected("Wv", "VALUE", 1, 9, 12),
                expected("Wo", "PROJECTION", 1, 12, 8));
        return new LayerExample("attention vertex", network, drawn(InputType.recurrent(9, 5)), classes(), weights);
    }
}
