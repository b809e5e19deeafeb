package org.initbench.networkfile;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.jspecify.annotations.Nullable;

/**
 * One layer or vertex of a network, and where its input comes from.
 *
 * @param name of it: its position in a stack, its name in a graph
 * @param from names of other parts, or of inputs
 * @param before what its input goes through first
 * @param conf of a layer, with what surrounds it
 * @param vertex of a graph that is no layer
 */
record Part(
        String name,
        List<String> from,
        @Nullable InputPreProcessor before,
        @Nullable NeuralNetConfiguration conf,
        @Nullable GraphVertex vertex) {

    static Part of(String name, List<String> from, GraphVertex vertex) {
        if (vertex instanceof LayerVertex layer) {
            return new Part(name, from, layer.getPreProcessor(), layer.getLayerConf(), null);
        }
        return vertex instanceof PreprocessorVertex pre
                ? new Part(name, from, pre.getPreProcessor(), null, vertex)
                : new Part(name, from, null, null, vertex);
    }

    Optional<Layer> layer() {
        return Optional.ofNullable(conf).map(NeuralNetConfiguration::getLayer);
    }

    /** What people know it by. */
    String shownName() {
        return layer().map(Layer::getLayerName).orElse(name);
    }

    /** What it makes of these inputs. */
    InputType output(List<InputType> inputs) {
        if (vertex != null) {
            return vertex.getOutputType(0, inputs.toArray(InputType[]::new));
        }
        Layer layer = layer().orElseThrow();
        // DL4J asks for its number of units, which nobody has to give.
        return layer instanceof LossLayer ? taken(inputs) : layer.getOutputType(0, taken(inputs));
    }

    /** What gets to the layer itself. */
    InputType taken(List<InputType> inputs) {
        return before == null ? inputs.get(0) : before.getOutputType(inputs.get(0));
    }
}
