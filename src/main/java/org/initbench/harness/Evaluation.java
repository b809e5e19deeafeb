package org.initbench.harness;

import org.initbench.data.Examples;
import org.initbench.network.Network;
import org.initbench.result.Scores;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Scores a network on examples, so many at a time that memory stays small.
 *
 * @param network to be scored, as it is each time
 * @param isClassifier whether there is an accuracy to its output
 */
record Evaluation(Network network, boolean isClassifier) {

    private static final int AT_A_TIME = 2000;

    /** Mean data loss and accuracy. */
    Scores of(Examples examples) {
        double loss = 0;
        for (int from = 0; from < examples.count(); from += AT_A_TIME) {
            Examples some = examples.slice(from, Math.min(from + AT_A_TIME, examples.count()));
            loss += network.losses(new DataSet(some.features(), some.labels()))
                    .sumNumber()
                    .doubleValue();
        }
        return new Scores(loss / examples.count(), accuracy(examples));
    }

    /** The fraction of the examples that is classified correctly; null where there are no classes. */
    @Nullable
    Double accuracy(Examples examples) {
        if (!isClassifier) {
            return null;
        }
        long correct = 0;
        for (int from = 0; from < examples.count(); from += AT_A_TIME) {
            correct += correct(examples.slice(from, Math.min(from + AT_A_TIME, examples.count())));
        }
        return (double) correct / examples.count();
    }

    private long correct(Examples examples) {
        INDArray output = network.output(examples.features());
        return isTwoClass(output)
                ? agreeing(output.gt(0.5), examples.labels().gt(0.5))
                : agreeing(output.argMax(1), examples.labels().argMax(1));
    }

    /** One output is the probability of class 1; several are classes. */
    private static boolean isTwoClass(INDArray output) {
        return output.size(1) == 1;
    }

    private static long agreeing(INDArray predicted, INDArray expected) {
        return predicted.eq(expected).castTo(DataType.INT64).sumNumber().longValue();
    }
}
