package org.initbench.scenario;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** A graph that grows at its end. */
final class Chain {

    private final GraphBuilder graph;
    private String end;

    /** One that begins at an input of the graph. */
    Chain(GraphBuilder graph, String input) {
        this.graph = graph;
        this.end = input;
    }

    /** A layer behind the end, which is the end then. */
    void add(String name, Layer layer) {
        graph.addLayer(name, layer, end);
        end = name;
    }

    /** The same layer with what brings the end into the form that it takes. */
    void add(String name, Layer layer, InputPreProcessor form) {
        graph.addLayer(name, layer, form, end);
        end = name;
    }

    /** The end and another vertex added, which is the end then. */
    void sum(String name, String other) {
        graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), end, other);
        end = name;
    }

    /** The name of the last vertex. */
    String end() {
        return end;
    }

    GraphBuilder graph() {
        return graph;
    }
}
