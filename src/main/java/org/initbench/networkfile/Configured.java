package org.initbench.networkfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.network.Network;
import org.nd4j.linalg.api.buffer.DataType;

/** DL4J's configuration of a network, be it a stack of layers or a graph. */
public sealed interface Configured {

    /** What the one input of a stack is called. */
    String INPUT = "input";

    /** Its layers and vertices, each after those that it takes its input from. */
    List<Part> parts();

    /** The names of its inputs. */
    List<String> inputs();

    /** The names of the parts that are its outputs. */
    List<String> outputs();

    /** The steps that are learned from at a time; 0 where sequences are not cut. */
    int truncation();

    /** Sets the type of parameters and arithmetic. */
    void setType(DataType type);

    /** The network, yet to be initialized. */
    Network network();

    /** The configurations of its layers, each with what surrounds it. */
    default List<NeuralNetConfiguration> layers() {
        List<NeuralNetConfiguration> layers = new ArrayList<>();
        for (Part part : parts()) {
            if (part.conf() != null) {
                layers.add(part.conf());
            }
        }
        return layers;
    }

    /** A stack of layers. */
    record Stacked(MultiLayerConfiguration configuration) implements Configured {

        @Override
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < configuration.getConfs().size(); i++) {
                parts.add(new Part(
                        String.valueOf(i),
                        List.of(i == 0 ? INPUT : String.valueOf(i - 1)),
                        configuration.getInputPreProcess(i),
                        configuration.getConf(i),
                        null));
            }
            return parts;
        }

        @Override
        public List<String> inputs() {
            return List.of(INPUT);
        }

        @Override
        public List<String> outputs() {
            return List.of(String.valueOf(configuration.getConfs().size() - 1));
        }

        @Override
        public int truncation() {
            return configuration.getBackpropType() == BackpropType.TruncatedBPTT
                    ? configuration.getTbpttFwdLength()
                    : 0;
        }

        @Override
        public void setType(DataType type) {
            configuration.setDataType(type);
            layers().forEach(layer -> layer.setDataType(type));
        }

        @Override
        public Network network() {
            return Network.of(configuration);
        }
    }

    /** A graph. */
    record Graphed(ComputationGraphConfiguration configuration) implements Configured {

        @Override
        public List<Part> parts() {
            List<Part> waiting = new ArrayList<>();
            configuration
                    .getVertices()
                    .forEach((name, vertex) -> waiting.add(
                            Part.of(name, configuration.getVertexInputs().getOrDefault(name, List.of()), vertex)));
            List<Part> parts = new ArrayList<>();
            Set<String> known = new HashSet<>(configuration.getNetworkInputs());
            while (!waiting.isEmpty()) {
                int before = parts.size();
                for (Part part : List.copyOf(waiting)) {
                    if (known.containsAll(part.from())) {
                        known.add(part.name());
                        parts.add(part);
                    }
                }
                waiting.removeIf(part -> known.contains(part.name()));
                if (parts.size() == before) {
                    throw new Refusal("vertex " + waiting.get(0).name()
                            + " gets its input from itself, or from a vertex that is not there; save it again");
                }
            }
            return parts;
        }

        @Override
        public List<String> inputs() {
            return configuration.getNetworkInputs();
        }

        @Override
        public List<String> outputs() {
            return configuration.getNetworkOutputs();
        }

        @Override
        public int truncation() {
            return configuration.getBackpropType() == BackpropType.TruncatedBPTT
                    ? configuration.getTbpttFwdLength()
                    : 0;
        }

        @Override
        public void setType(DataType type) {
            configuration.setDataType(type);
            configuration.getDefaultConfiguration().setDataType(type);
            layers().forEach(layer -> layer.setDataType(type));
        }

        @Override
        public Network network() {
            return Network.of(configuration);
        }
    }
}
