package org.initbench.network;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.initbench.lean.LeanLayers;

/** Puts lean layers into a graph that runs. */
record GraphLayers(ComputationGraph graph) {

    void speedUp() {
        graph.initGradientsView();
        for (GraphVertex vertex : graph.getVertices()) {
            if (vertex instanceof LayerVertex place) {
                replace(place, LeanLayers.of(place.getLayer(), isFirst(place)));
            }
        }
    }

    /** A graph holds each layer twice. */
    private void replace(LayerVertex place, Layer lean) {
        Layer[] layers = graph.getLayers();
        for (int i = 0; i < layers.length; i++) {
            layers[i] = layers[i] == place.getLayer() ? lean : layers[i];
        }
        place.setLayer(lean);
    }

    /** Whether nothing asks for the gradient with respect to its input: where several do, DL4J adds theirs. */
    private boolean isFirst(LayerVertex place) {
        Map<String, List<String>> inputs = graph.getConfiguration().getVertexInputs();
        List<String> own = inputs.getOrDefault(place.getVertexName(), List.of());
        long readers = inputs.values().stream()
                .filter(names -> !Collections.disjoint(names, own))
                .count();
        return graph.getConfiguration().getNetworkInputs().containsAll(own)
                && readers == 1
                && place.getLayerPreProcessor() == null;
    }
}
