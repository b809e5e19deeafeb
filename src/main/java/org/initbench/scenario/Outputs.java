package org.initbench.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.initbench.config.Section;
import org.initbench.data.Task;
import org.initbench.network.SigmoidCrossEntropy;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Output layers by what is to be learned.
 *
 * @param valueLoss of values; null where classes are learned
 */
record Outputs(@Nullable LossFunction valueLoss) {

    private static final Map<String, LossFunction> VALUE_LOSSES =
            new TreeMap<>(Map.of("mse", LossFunction.MSE, "mae", LossFunction.MEAN_ABSOLUTE_ERROR));

    /** Those for a task; for values reads {@code loss}: the mean squared error, or the mean absolute one. */
    static Outputs read(Section network, Task.Kind task) {
        return task.isClasses() ? new Outputs(null) : ofValues(network, task);
    }

    /** The same for a study of values, which states its {@code loss} whatever data are put in the place of its own. */
    static Outputs ofValues(Section network, Task.Kind task) {
        LossFunction stated = VALUE_LOSSES.get(network.choice("loss", "mse", List.copyOf(VALUE_LOSSES.keySet())));
        return new Outputs(task.isClasses() ? null : stated);
    }

    /** For so many columns of labels: linear for values, for classes as {@link #ofClasses} has it. */
    OutputLayer.Builder of(long labelColumns) {
        return valueLoss == null
                ? ofClasses(labelColumns)
                : new OutputLayer.Builder(valueLoss).nOut(labelColumns).activation(Activation.IDENTITY);
    }

    /** A softmax over classes at each step of a sequence. */
    static RnnOutputLayer ofSteps(int inputs, long classes) {
        return new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nIn(inputs)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** One sigmoid unit where there is one column of labels, 0 or 1, else a softmax over as many units as columns. */
    static OutputLayer.Builder ofClasses(long labelColumns) {
        return labelColumns == 1
                ? new OutputLayer.Builder(new SigmoidCrossEntropy()).nOut(1).activation(Activation.SIGMOID)
                : new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(labelColumns)
                        .activation(Activation.SOFTMAX);
    }
}
