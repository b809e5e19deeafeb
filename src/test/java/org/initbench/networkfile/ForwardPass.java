package org.initbench.networkfile;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.initbench.networkfile.Configured.Graphed;
import org.initbench.networkfile.Configured.Stacked;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Initializes a network by DL4J, with Xavier's values in place of what may hang, and sends two examples through. */
final class ForwardPass {

    private static final int EXAMPLES = 2;

    private ForwardPass() {}

    /** The network's outputs. */
    static List<INDArray> of(NetworkFile file) {
        Configured configured = file.configured();
        INDArray[] inputs = file.closedInputs(configured).stream()
                .map(ForwardPass::examples)
                .toArray(INDArray[]::new);
        Model model = initialized(configured);
        return model instanceof MultiLayerNetwork stack
                ? List.of(stack.output(inputs[0]))
                : Arrays.asList(((ComputationGraph) model).output(inputs));
    }

    /** "W [3, 4]" for each parameter, in order of the alphabet. */
    static List<String> parameters(NetworkFile file) {
        return initialized(file.configured()).paramTable().entrySet().stream()
                .map(entry -> entry.getKey().replaceFirst(".*_(?=[^_]+$)", "") + " "
                        + Arrays.toString(entry.getValue().shape()))
                .sorted()
                .toList();
    }

    private static Model initialized(Configured configured) {
        configured.layers().forEach(layer -> cure(layer.getLayer()));
        Model model = configured instanceof Stacked stack
                ? new MultiLayerNetwork(stack.configuration())
                : new ComputationGraph(((Graphed) configured).configuration());
        model.init();
        return model;
    }

    private static INDArray examples(InputShape shape) {
        long[] sizes = shape.arrayShape(EXAMPLES);
        return shape.kind() == InputShape.Kind.IDS ? Nd4j.zeros(sizes) : Nd4j.randn(sizes);
    }

    private static void cure(Layer layer) {
        if (layer instanceof BaseWrapperLayer wrapper) {
            cure(wrapper.getUnderlying());
        } else if (layer instanceof Bidirectional both) {
            cure(both.getFwd());
            cure(both.getBwd());
        } else if (layer instanceof BaseLayer own && !(layer instanceof PReLULayer)) {
            own.setWeightInitFn(new WeightInitXavier());
            if (own instanceof BaseRecurrentLayer recurrent) {
                recurrent.setWeightInitFnRecurrent(new WeightInitXavier());
            }
        }
    }
}
