package org.initbench.scenario;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.config.Section;
import org.initbench.data.TrialData;
import org.initbench.network.Network;

/**
 * Dense layers one after the other and an output layer: a multilayer perceptron, by the {@code network} section of a study.
 *
 * @param widths units of each hidden layer, first to last
 * @param hidden what these layers have in common
 */
public record Mlp(List<Integer> widths, Hidden hidden) {

    /**
     * Reads {@code hidden}, {@code activation}, {@code batchNorm} and {@code bias}; what is wrong is told with everything else.
     *
     * @param hidden units of each hidden layer, where the study says nothing
     * @param activation of these, where the study says nothing
     */
    public static Mlp read(Section network, List<Integer> hidden, String activation) {
        return read(network, network.integers("hidden", hidden, 1), activation, true);
    }

    /**
     * Reads {@code activation}, {@code batchNorm} and {@code bias} for hidden layers that are given otherwise.
     *
     * @param widths units of each hidden layer
     * @param activation of these, where the study says nothing
     * @param bias whether they have biases, where the study says nothing
     */
    public static Mlp read(Section network, List<Integer> widths, String activation, boolean bias) {
        return new Mlp(widths, Hidden.read(network, activation, bias));
    }

    /**
     * A network that tells classes apart by a softmax: (examples, inputs) to (examples, classes).
     *
     * @param layers a builder without layers, as that of a scenario gives by {@code list()}
     */
    public Network softmax(ListBuilder layers, int inputs, int classes) {
        return ended(layers, inputs, Outputs.ofClasses(classes));
    }

    /**
     * A network whose one output is the probability of class 1: (examples, inputs) to (examples, 1).
     *
     * @param layers a builder without layers, as that of a scenario gives by {@code list()}
     */
    public Network sigmoid(ListBuilder layers, int inputs) {
        return ended(layers, inputs, Outputs.ofClasses(1));
    }

    /** A network that fits these data: rows of features, and columns of labels. */
    Network of(ListBuilder layers, TrialData data, Outputs outputs) {
        return ended(
                layers,
                (int) data.train().features().size(1),
                outputs.of(data.train().labels().size(1)));
    }

    private Network ended(ListBuilder layers, int inputs, OutputLayer.Builder output) {
        for (int units : widths) {
            hidden.add(
                    layers,
                    new DenseLayer.Builder()
                            .nOut(units)
                            .activation(hidden.own())
                            .hasBias(hidden.hasBias())
                            .build());
        }
        layers.layer(output.hasBias(hidden.bias()).build());
        return Network.of(layers.setInputType(InputType.feedForward(inputs)).build());
    }
}
