package org.initbench.networkfile;

import java.util.Arrays;
import java.util.List;
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
        configured.layers().forEach(layer -> cure(layer.getLayer()));
        INDArray[] inputs = file.closedInputs(configured).stream()
                .map(ForwardPass::examples)
                .toArray(INDArray[]::new);
        if (configured instanceof Stacked stack) {
            MultiLayerNetwork network = new MultiLayerNetwork(stack.configuration());
            network.init();
            return List.of(network.output(inputs[0]));
        }
        ComputationGraph network = new ComputationGraph(((Graphed) configured).configuration());
        network.init();
        return Arrays.asList(network.output(inputs));
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
