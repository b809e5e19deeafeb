package org.initbench.scenario;

import org.initbench.config.InvalidInputException;
import org.initbench.data.Examples;
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

    private static final int PICTURES_RANK = 4;

    /**
     * The same examples in the network's form.
     *
     * @throws InvalidInputException if they do not fit
     */
    TrialData of(TrialData data) {
        return new TrialData(
                data.name(), fitted(data.train(), data.name()), data.test().map(test -> fitted(test, data.name())));
    }

    private Examples fitted(Examples examples, String name) {
        return new Examples(features(examples.features(), name), labels(examples.labels(), name));
    }

    private INDArray features(INDArray features, String name) {
        boolean isPictures = features.rank() == PICTURES_RANK;
        long given = features.size(1);
        boolean fits = isPictures
                ? input.kind() == InputShape.Kind.PICTURE
                        && given == input.size()
                        && fits(input.axes().get(0), features.size(2))
                        && fits(input.axes().get(1), features.size(3))
                : input.kind() == InputShape.Kind.FEATURES && given == input.size();
        if (!fits) {
            String has = isPictures
                    ? "pictures of " + given + " x " + features.size(2) + " x " + features.size(3)
                    : given + (given == 1 ? " column" : " columns");
            throw new InvalidInputException("data: " + network + " expects " + input.description() + ", " + name
                    + " has " + has + "; give data of that shape, or a network for these data");
        }
        return isPictures && input.channelsLast() ? features.permute(0, 2, 3, 1).dup('c') : features;
    }

    private static boolean fits(long expected, long given) {
        return expected == InputShape.OPEN || expected == given;
    }

    /** Classes come as one column of 0 and 1 where there are two, else as a column each. */
    private INDArray labels(INDArray labels, String name) {
        if (!output.hasLoss()) {
            return Nd4j.empty(labels.dataType());
        }
        boolean isTwo = labels.size(1) == 1;
        long classes = isTwo ? 2 : labels.size(1);
        if (output.isClassNumber()) {
            return isTwo ? labels : labels.argMax(1).reshape(labels.size(0), 1).castTo(labels.dataType());
        }
        if (output.size() == labels.size(1)) {
            return labels;
        }
        if (isTwo && output.size() == 2) {
            return Nd4j.hstack(labels.rsub(1), labels);
        }
        throw new InvalidInputException("data: " + network + " has " + output.size()
                + (output.size() == 1 ? " output, " : " outputs, ") + name + " has " + classes
                + " classes; give data with as many, or a network for these data");
    }
}
