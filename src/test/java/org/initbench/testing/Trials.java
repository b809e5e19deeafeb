package org.initbench.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.initbench.result.Baseline;
import org.initbench.result.CurvePoint;
import org.initbench.result.Kept;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.RunLayers;
import org.initbench.result.RunResults;
import org.initbench.result.Scores;
import org.initbench.result.Timing;
import org.initbench.result.TrialFacts;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** Results of trials that never ran. */
public final class Trials {

    private static final Timing NO_TIME = new Timing(1, 0, 0, 0, 0);

    private Trials() {}

    /** The key of a trial at learning rate 0.01, without a variant. */
    public static TrialKey key(String init, int repetition) {
        return new TrialKey("moons", "", init, 0.01, repetition);
    }

    /** A trial that completed with these scores. */
    public static TrialResult completed(TrialKey key, Scores train, Scores test, @Nullable Double iterationsToTarget) {
        return of(key, new Outcome.Completed(), train, test, iterationsToTarget, List.of());
    }

    /** A completed trial of which only the training loss matters. */
    public static TrialResult withLoss(String init, int repetition, double loss) {
        return completed(key(init, repetition), new Scores(loss, null), Scores.NONE, null);
    }

    /** A completed trial of which only the learning curve matters. */
    public static TrialResult withCurve(TrialKey key, CurvePoint... curve) {
        return of(key, new Outcome.Completed(), Scores.NONE, Scores.NONE, null, List.of(curve));
    }

    /** The same on a test set of so many examples, of which the largest class has this share. */
    public static TrialResult on(TrialResult trial, int examples, double largestShare) {
        Baseline test = new Baseline(examples, largestShare, -Math.log(largestShare), -Math.log(largestShare));
        return trial.withFacts(new TrialFacts(test, test, null, null, List.of(), List.of()));
    }

    /** The same for which a DL4J user can write this. */
    public static TrialResult withCode(TrialResult trial, String code) {
        return trial.withFacts(new TrialFacts(null, null, null, code, List.of(), List.of()));
    }

    /** A trial that ended otherwise, with scores that nobody should count. */
    public static TrialResult ended(String init, int repetition, Outcome outcome) {
        Scores misleading = new Scores(1e-9, 1.0);
        return of(key(init, repetition), outcome, misleading, misleading, null, List.of());
    }

    /** A run of these, of a study of which nothing is known. */
    public static RunResults run(List<TrialResult> trials) {
        return new RunResults(
                "study",
                "A study",
                Metric.TRAIN_LOSS,
                Double.NaN,
                JsonNodeFactory.instance.objectNode(),
                trials,
                layers(trials));
    }

    /** What was measured in these trials. */
    public static RunLayers layers(List<TrialResult> trials) {
        RunLayers layers = new RunLayers();
        trials.forEach(layers::add);
        return layers;
    }

    /** A trial that ended this way, with these scores and this learning curve. */
    public static TrialResult of(
            TrialKey key,
            Outcome outcome,
            Scores train,
            Scores test,
            @Nullable Double iterationsToTarget,
            List<CurvePoint> curve) {
        return new TrialResult(
                key,
                outcome,
                "make_moons",
                0,
                0,
                train,
                test,
                null,
                iterationsToTarget,
                curve,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TrialFacts.NONE,
                Kept.ALL,
                NO_TIME);
    }
}
