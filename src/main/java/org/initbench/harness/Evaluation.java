package org.initbench.harness;

import org.initbench.data.Examples;
import org.initbench.network.Network;
import org.initbench.result.Scores;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Scores a network on examples, so many at a time that memory stays small. */
final class Evaluation {

    private static final int AT_A_TIME = 2000;

    private Evaluation() {}

    /** Mean data loss and accuracy. */
    static Scores of(Network network, Examples examples) {
        double loss = 0;
        long correct = 0;
        for (int from = 0; from < examples.count(); from += AT_A_TIME) {
            Examples some = examples.slice(from, Math.min(from + AT_A_TIME, examples.count()));
            loss += network.losses(new DataSet(some.features(), some.labels()))
                    .sumNumber()
                    .doubleValue();
            correct += correct(network, some);
        }
        return new Scores(loss / examples.count(), (double) correct / examples.count());
    }

    /** The fraction of a minibatch that is classified correctly. */
    static double accuracy(Network network, Examples examples) {
        return (double) correct(network, examples) / examples.count();
    }

    private static long correct(Network network, Examples examples) {
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
