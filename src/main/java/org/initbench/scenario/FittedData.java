package org.initbench.scenario;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;
import org.initbench.data.Examples;
import org.initbench.data.ResolvedData;
import org.initbench.data.Task;
import org.initbench.data.TrialData;
import org.initbench.networkfile.InputShape;
import org.initbench.networkfile.OutputShape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Examples of a data set in the form that a network file takes them in: channels last where it has them there, labels as its
 * loss wants them.
 *
 * @param network name of the file
 * @param input of the network
 * @param output of the network
 */
record FittedData(String network, InputShape input, OutputShape output) {

    /**
     * Makes sure that data fit, before any example is made.
     *
     * @throws InvalidInputException with everything that does not
     */
    void check(ResolvedData data) {
        Problems problems = new Problems();
        if (!fits(data)) {
            problems.add("data: " + network + " expects " + input.description() + ", " + data.name() + " has "
                    + data.form() + "; give data of that shape, or a network for these data"
                    + (data.remarks().isEmpty() ? "" : " (" + String.join("; ", data.remarks()) + ")"));
        }
        int classes = data.task().size();
        if (output.isClasses() && !data.task().kind().isClasses()) {
            problems.add("data: " + network + " tells classes apart, " + data.name()
                    + " has numbers to be learned; say data.task=classes, or give a network with a linear output");
        } else if (output.hasLoss() && !output.isClassNumber() && !(output.size() == classes || isOneForTwo(classes))) {
            problems.add("data: " + network + " has " + output.size()
                    + (output.size() == 1 ? " output, " : " outputs, ") + data.name() + " has " + classes
                    + (data.task().kind().isClasses() ? " classes" : classes == 1 ? " value" : " values")
                    + "; give data with as many, or a network for these data");
        }
        boolean isByStep = data.task().kind() == Task.Kind.STEP_CLASSES;
        if (output.hasLoss() && isByStep != output.labelShape().size() > 1) {
            problems.add("data: " + network
                    + (isByStep ? " has one output for a whole example, " : " has an output for each step or pixel, ")
                    + data.name() + " has " + (isByStep ? "a label for each step" : "one label for each example")
                    + "; give data of that kind, or a network for these data");
        }
        problems.throwIfAny();
    }

    private boolean isOneForTwo(int classes) {
        return output.size() == 1 && classes == 2;
    }

    private boolean fits(ResolvedData data) {
        if (input.kind() == InputShape.Kind.FEATURES) {
            return !(data.input() instanceof InputType.InputTypeRecurrent)
                    && data.input().arrayElementsPerExample() == input.size();
        }
        if (data.input() instanceof InputType.InputTypeRecurrent sequences) {
            boolean fitsSize = input.kind() == InputShape.Kind.IDS
                    ? sequences.getSize() <= input.size()
                    : input.kind() == InputShape.Kind.SEQUENCE && sequences.getSize() == input.size();
            return fitsSize && !input.axes().isEmpty() && fits(input.axes().get(0), sequences.getTimeSeriesLength());
        }
        return input.kind() == InputShape.Kind.PICTURE
                && data.input() instanceof InputType.InputTypeConvolutional pictures
                && pictures.getChannels() == input.size()
                && fits(input.axes().get(0), pictures.getHeight())
                && fits(input.axes().get(1), pictures.getWidth());
    }

    private static boolean fits(long expected, long given) {
        return expected == InputShape.OPEN || expected == given;
    }

    /** The same examples in the network's form. */
    TrialData of(TrialData data) {
        return data.map(this::fitted);
    }

    private Examples fitted(Examples examples) {
        return examples.with(features(examples), labels(examples.labels()));
    }

    private INDArray features(Examples examples) {
        if (input.kind() == InputShape.Kind.FEATURES) {
            return examples.flat().features();
        }
        if (!input.channelsLast() || input.kind() == InputShape.Kind.IDS) {
            return examples.features();
        }
        return input.kind() == InputShape.Kind.SEQUENCE
                ? examples.features().permute(0, 2, 1).dup('c')
                : examples.features().permute(0, 2, 3, 1).dup('c');
    }

    /** Classes come as one column of 0 and 1 where there are two, else as a column each. */
    private INDArray labels(INDArray labels) {
        if (!output.hasLoss()) {
            return Nd4j.empty(labels.dataType());
        }
        if (labels.rank() > 2) {
            return output.sizeAxis() == 0 ? labels : labels.permute(0, 2, 1).dup('c');
        }
        boolean isOneColumn = labels.size(1) == 1;
        if (output.isClassNumber()) {
            return isOneColumn
                    ? labels
                    : labels.argMax(1).reshape(labels.size(0), 1).castTo(labels.dataType());
        }
        if (output.size() == labels.size(1)) {
            return labels;
        }
        return isOneColumn
                ? Nd4j.hstack(labels.rsub(1), labels)
                : labels.getColumn(1).reshape(labels.size(0), 1);
    }
}
