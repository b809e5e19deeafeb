package org.initbench.networkfile;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeFeedForward;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeRecurrent;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.initbench.network.RandomError;
import org.initbench.networkfile.Configured.Graphed;
import org.initbench.networkfile.Configured.Stacked;
import org.nd4j.linalg.activations.Activation;

/** Puts a random error behind the output of a network that has no loss, so that it can be looked at backward, too. */
final class AddedError {

    private static final String NAME = "random_error";
    private static final String MERGED = "random_error_merged";

    private AddedError() {}

    /** Changes the configuration in place. */
    static void to(Configured network, Walk walk) {
        List<String> outputs = network.outputs();
        if (outputs.stream().anyMatch(output -> hasRowsOfSteps(network, output))) {
            throw new Refusal("its output has a row for each step of a sequence, which no label here has; "
                    + "end it with a layer of sequences");
        }
        List<InputType> types =
                outputs.stream().map(output -> type(network, walk, output)).toList();
        if (network instanceof Stacked stacked) {
            List<NeuralNetConfiguration> layers =
                    new ArrayList<>(stacked.configuration().getConfs());
            layers.add(conf(types.get(0)));
            stacked.configuration().setConfs(layers);
        } else {
            ComputationGraphConfiguration graph = ((Graphed) network).configuration();
            if (outputs.size() == 1) {
                put(graph, NAME, new LayerVertex(conf(types.get(0)), null), outputs);
            } else {
                long size = types.stream()
                        .mapToLong(InputType::arrayElementsPerExample)
                        .sum();
                put(graph, MERGED, new MergeVertex(), flat(graph, outputs, types));
                put(graph, NAME, new LayerVertex(conf(InputType.feedForward(size)), null), List.of(MERGED));
            }
            graph.setNetworkOutputs(List.of(NAME));
        }
    }

    private static InputType type(Configured network, Walk walk, String output) {
        InputType known = walk.types().get(output);
        if (known != null) {
            return known;
        }
        return network.parts().stream()
                .filter(part -> part.name().equals(output))
                .flatMap(part -> part.layer().stream())
                .filter(DenseLayer.class::isInstance)
                .map(layer -> InputType.feedForward(((DenseLayer) layer).getNOut()))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal("the shape of its output cannot be told, so that no error can go back from"
                                + " it; save the network with an output layer"));
    }

    /** The outputs as rows of numbers. */
    private static List<String> flat(ComputationGraphConfiguration graph, List<String> outputs, List<InputType> types) {
        List<String> flat = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            if (types.get(i) instanceof InputTypeFeedForward) {
                flat.add(outputs.get(i));
            } else {
                String name = outputs.get(i) + "_flat";
                int length = Math.toIntExact(types.get(i).arrayElementsPerExample());
                put(graph, name, new ReshapeVertex('c', new int[] {-1, length}, null), List.of(outputs.get(i)));
                flat.add(name);
            }
        }
        return flat;
    }

    private static void put(ComputationGraphConfiguration graph, String name, GraphVertex vertex, List<String> inputs) {
        graph.getVertices().put(name, vertex);
        graph.getVertexInputs().put(name, List.copyOf(inputs));
    }

    private static NeuralNetConfiguration conf(InputType type) {
        NeuralNetConfiguration conf =
                new NeuralNetConfiguration.Builder().layer(layer(type)).build();
        conf.getLayer().setLayerName(NAME);
        return conf;
    }

    /** Whether steps became rows on the way to the output, and did not become steps again. */
    private static boolean hasRowsOfSteps(Configured network, String output) {
        String name = output;
        List<Part> parts = network.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part.name().equals(name)) {
                if (part.before() != null) {
                    return part.before() instanceof RnnToFeedForwardPreProcessor;
                }
                name = part.from().get(0);
            }
        }
        return false;
    }

    private static Layer layer(InputType type) {
        if (type instanceof InputTypeFeedForward row) {
            LossLayer layer = new LossLayer.Builder(new RandomError())
                    .activation(Activation.IDENTITY)
                    .build();
            layer.setNIn(row.getSize());
            layer.setNOut(row.getSize());
            return layer;
        }
        if (type instanceof InputTypeRecurrent sequence) {
            return new RnnLossLayer.Builder(new RandomError())
                    .activation(Activation.IDENTITY)
                    .dataFormat(sequence.getFormat())
                    .build();
        }
        if (type instanceof InputTypeConvolutional picture) {
            return new CnnLossLayer.Builder(new RandomError())
                    .activation(Activation.IDENTITY)
                    .format(picture.getFormat())
                    .build();
        }
        throw new Refusal(
                "its output is a volume, from which no error can go back here; save the network with an output layer");
    }
}
