package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.data.Examples;
import org.initbench.data.TargetScale;
import org.initbench.network.LossHolder;
import org.initbench.network.Network;
import org.initbench.network.Network.Prediction;
import org.initbench.result.Scores;
import org.initbench.step.StepPlan;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossL1;
import org.nd4j.linalg.lossfunctions.impl.LossL2;

/**
 * Scores a network on examples, so many at a time that memory stays small.
 *
 * @param network to be scored, as it is each time
 * @param plan of its steps, which goes forward in its place
 * @param isClassifier whether there is an accuracy to its output
 * @param scale by which labels stand for values
 */
record Evaluation(Network network, Optional<StepPlan> plan, boolean isClassifier, TargetScale scale) {

    private static final int AT_A_TIME = 2000;

    /** The many channels of a convolution have to fit into the processor's caches. */
    private static final int PICTURES_AT_A_TIME = 200;

    private static final int PICTURES_RANK = 4;

    /** Of a network without a plan. */
    Evaluation(Network network, boolean isClassifier, TargetScale scale) {
        this(network, Optional.empty(), isClassifier, scale);
    }

    private Prediction predict(Examples some) {
        return plan.map(steps -> steps.predict(some.features(), some.labels()))
                .orElseGet(() -> network.predict(some.dataSet()));
    }

    /** What a network with so many outputs says of examples without labels. */
    INDArray output(INDArray features, int outputs) {
        return plan.map(steps -> steps.predict(features, Nd4j.zeros(DataType.DOUBLE, features.size(0), outputs))
                        .output())
                .orElseGet(() -> network.output(features));
    }

    /** Mean data loss of an example, and accuracy, or errors of values. */
    Scores of(Examples examples) {
        double loss = 0;
        Count count = new Count();
        RegressionErrors errors = new RegressionErrors(scale);
        boolean isRegression = isRegression();
        for (Examples some : pieces(examples)) {
            Prediction prediction = predict(some);
            loss += prediction.losses().sumNumber().doubleValue();
            if (isClassifier) {
                count.add(prediction.output(), prediction.labels());
            } else if (isRegression) {
                errors.add(prediction.output(), prediction.labels());
            }
        }
        return new Scores(
                loss / examples.count(),
                isClassifier ? (Double) count.accuracy() : null,
                isRegression ? errors.scores() : null);
    }

    /** Whether the output is values, which are learned by how far they are from those that they should be. */
    boolean isRegression() {
        return !isClassifier
                && network.loss()
                        .map(LossHolder::own)
                        .filter(loss -> loss instanceof LossL2 || loss instanceof LossL1)
                        .isPresent();
    }

    /** The fraction of the labels that is classified correctly; null where there are no classes. */
    @Nullable
    Double accuracy(Examples examples) {
        if (!isClassifier) {
            return null;
        }
        if (examples.labels().rank() > 2) {
            // Where classes lie among the axes is up to the layer; what its loss sees are rows.
            return of(examples).accuracy();
        }
        Count count = new Count();
        for (Examples some : pieces(examples)) {
            count.add(plan.isPresent() ? predict(some).output() : network.output(some.dataSet()), some.labels());
        }
        return count.accuracy();
    }

    private static List<Examples> pieces(Examples examples) {
        List<Examples> pieces = new ArrayList<>();
        int most = examples.features().rank() == PICTURES_RANK ? PICTURES_AT_A_TIME : AT_A_TIME;
        for (int from = 0; from < examples.count(); from += most) {
            pieces.add(examples.slice(from, Math.min(from + most, examples.count())));
        }
        return pieces;
    }

    /** Labels looked at so far, of which a sequence has one a step. */
    private static final class Count {

        private long correct;
        private long labels;

        /** Both (labels, outputs). */
        void add(INDArray output, INDArray expected) {
            correct += isTwoClass(output)
                    ? agreeing(output.gt(0.5), expected.gt(0.5))
                    : agreeing(output.argMax(1), expected.argMax(1));
            labels += output.size(0);
        }

        double accuracy() {
            return (double) correct / labels;
        }

        /** One output is the probability of class 1; several are classes. */
        private static boolean isTwoClass(INDArray output) {
            return output.size(1) == 1;
        }

        private static long agreeing(INDArray predicted, INDArray expected) {
            return predicted.eq(expected).castTo(DataType.INT64).sumNumber().longValue();
        }
    }
}
