package org.initbench.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initbench.config.Study;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.probe.ActivationChange;
import org.initbench.result.CurvePoint;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.schedule.ISchedule;

/** Trains one network and records its learning curve. */
final class Trainer {

    private final Study study;
    private final Updates updates;
    private final Evaluation evaluation;
    private final Batches batches;
    private final Examples train;
    private final Optional<Examples> test;
    private final ISchedule rate;
    private final Optional<ActivationChange> change;
    private final List<CurvePoint> curve = new ArrayList<>();

    Trainer(
            Study study,
            Updates updates,
            Evaluation evaluation,
            Batches batches,
            TrialData data,
            ISchedule rate,
            Optional<ActivationChange> change) {
        this.study = study;
        this.updates = updates;
        this.evaluation = evaluation;
        this.batches = batches;
        this.train = data.train();
        this.test = data.test();
        this.rate = rate;
        this.change = change;
    }

    /**
     * What training came to.
     *
     * @param iterations updates made
     * @param epochs passes begun
     */
    record Trained(Outcome outcome, int iterations, int epochs, Scores train, Scores test, List<CurvePoint> curve) {

        /** Where there is nothing to learn. */
        static final Trained NOTHING = new Trained(new Outcome.Completed(), 0, 0, Scores.NONE, Scores.NONE, List.of());

        /** The best test accuracy of the curve; null where none was measured. */
        @Nullable
        Double bestTestAccuracy() {
            return curve.stream()
                    .map(point -> point.test().accuracy())
                    .filter(accuracy -> accuracy != null)
                    .max(Double::compare)
                    .orElse(null);
        }

        /** The first recorded iteration at which the target was reached; infinite if none; null without a target or curve. */
        @Nullable
        Double iterationsTo(Metric metric, double target) {
            if (Double.isNaN(target) || curve.isEmpty()) {
                return null;
            }
            for (CurvePoint point : curve) {
                Double value = metric.of(point.train(), point.test());
                boolean reached = value != null && (metric.higherIsBetter() ? value >= target : value <= target);
                if (reached) {
                    return (double) point.iteration();
                }
            }
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Trains until the study's length is reached or the loss is lost. */
    Trained train() {
        int perEpoch = batches.perEpoch();
        int iterations = study.training().length().iterations(perEpoch);
        for (int iteration = 0; iteration < iterations; iteration++) {
            double loss = step(iteration, perEpoch);
            if (isLost(loss)) {
                Scores last = new Scores(loss, null);
                record(iteration, perEpoch, last, Scores.NONE);
                return trained(diverged(loss, iteration), iteration + 1, perEpoch, last, Scores.NONE);
            }
        }
        if (study.check()) {
            Scores last =
                    curve.isEmpty() ? Scores.NONE : curve.get(curve.size() - 1).train();
            return trained(new Outcome.Completed(), iterations, perEpoch, last, Scores.NONE);
        }
        Scores onTrain = evaluation.of(train);
        Scores onTest = test.map(evaluation::of).orElse(Scores.NONE);
        record(iterations, perEpoch, onTrain, onTest);
        Double loss = onTrain.loss();
        Outcome outcome = loss != null && isLost(loss) ? diverged(loss, iterations) : new Outcome.Completed();
        return trained(outcome, iterations, perEpoch, onTrain, onTest);
    }

    /** One update; gives the data loss of the minibatch before it. */
    private double step(int iteration, int perEpoch) {
        Examples batch = batches.at(iteration);
        if (change.isPresent() && study.probes().includes(iteration)) {
            updates.settle();
            change.get().measure(iteration);
        }
        boolean recorded = study.curve().includes(iteration, perEpoch);
        boolean evaluated = !study.check() && study.evaluation().includes(iteration, perEpoch);
        if (!recorded && !evaluated) {
            return updates.fit(batch, iteration);
        }
        Double accuracy = study.check() ? null : evaluation.accuracy(batch);
        Scores onTest = evaluated ? test.map(evaluation::of).orElse(Scores.NONE) : Scores.NONE;
        double loss = updates.fit(batch, iteration);
        if (!isLost(loss)) {
            record(iteration, perEpoch, new Scores(loss, accuracy), onTest);
        }
        return loss;
    }

    private void record(int iteration, int perEpoch, Scores onTrain, Scores onTest) {
        int epoch = iteration / perEpoch;
        curve.add(new CurvePoint(iteration, epoch, rate.valueAt(iteration, epoch), onTrain, onTest));
    }

    private boolean isLost(double loss) {
        return !(loss <= study.training().divergence());
    }

    private static Outcome diverged(double loss, int iteration) {
        return new Outcome.Diverged("loss " + loss + " at iteration " + iteration);
    }

    private Trained trained(Outcome outcome, int iterations, int perEpoch, Scores onTrain, Scores onTest) {
        int epochs = (iterations + perEpoch - 1) / perEpoch;
        updates.settle();
        return new Trained(outcome, iterations, epochs, onTrain, onTest, List.copyOf(curve));
    }
}
