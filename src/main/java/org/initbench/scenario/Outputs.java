package org.initbench.scenario;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.initbench.network.SigmoidCrossEntropy;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Output layers by what is to be learned. */
final class Outputs {

    private Outputs() {}

    /** For classes: one sigmoid unit where there is one column of labels, 0 or 1, else a softmax over as many units as columns. */
    static OutputLayer.Builder ofClasses(long labelColumns) {
        return labelColumns == 1
                ? new OutputLayer.Builder(new SigmoidCrossEntropy()).nOut(1).activation(Activation.SIGMOID)
                : new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(labelColumns)
                        .activation(Activation.SOFTMAX);
    }
}
