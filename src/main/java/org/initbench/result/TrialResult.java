package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one trial produced.
 *
 * @param key its name
 * @param outcome how it ended
 * @param dataset name of the data
 * @param iterations updates made
 * @param epochs passes over the training data begun
 * @param train scores of the trained network on the whole training set
 * @param test scores on the test set
 * @param bestTestAccuracy the best that the learning curve shows; null without a test set
 * @param iterationsToTarget the first evaluated iteration that reached the target, infinite if none did; null without one
 * @param curve points in order of iteration
 * @param layers rows in order of iteration, layer, quantity
 * @param predictions of two-input studies
 * @param boundary of two-input studies
 * @param weights of small networks
 * @param adjustments of initializers that look at data
 * @param predictedValues of studies that learn values
 * @param spectrum singular values, where a study asks for them
 * @param facts by which the result is to be read
 * @param kept which of the large tables the trial has its rows in
 * @param timing wall-clock time
 */
@JsonPropertyOrder({"key", "outcome", "kept"})
public record TrialResult(
        TrialKey key,
        Outcome outcome,
        String dataset,
        int iterations,
        int epochs,
        Scores train,
        Scores test,
        @Nullable Double bestTestAccuracy,
        @Nullable Double iterationsToTarget,
        List<CurvePoint> curve,
        List<LayerRow> layers,
        List<Prediction> predictions,
        List<PlanePoint> boundary,
        List<WeightValue> weights,
        List<AdjustmentRow> adjustments,
        List<PredictedValue> predictedValues,
        List<SpectrumRow> spectrum,
        TrialFacts facts,
        Kept kept,
        Timing timing) {

    /** Files of earlier versions have no facts, no predicted values and no spectrum, and everything was kept in them. */
    public TrialResult {
        predictedValues = predictedValues == null ? List.of() : predictedValues;
        spectrum = spectrum == null ? List.of() : spectrum;
        facts = facts == null ? TrialFacts.NONE : facts;
        kept = kept == null ? Kept.ALL : kept;
    }

    /** A trial that ended before there was anything to measure. */
    public static TrialResult without(TrialKey key, Outcome outcome, String dataset, Timing timing) {
        return new TrialResult(
                key,
                outcome,
                dataset,
                0,
                0,
                Scores.NONE,
                Scores.NONE,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TrialFacts.NONE,
                Kept.ALL,
                timing);
    }

    /** The same at a rate of 0, so that trials at different ones meet each other. */
    public TrialResult withoutRate() {
        return withKey(new TrialKey(key.scenario(), key.variant(), key.init(), 0, key.repetition()));
    }

    /** Predicted values of the test examples, or of the training examples where there are none. */
    public List<PredictedValue> predicted() {
        List<PredictedValue> test = predictedValues.stream()
                .filter(value -> value.split().equals("test"))
                .toList();
        return test.isEmpty() ? predictedValues : test;
    }

    /** The same under another name. */
    public TrialResult withKey(TrialKey other) {
        return with(other, layers, predictions, predictedValues, boundary, weights, facts);
    }

    /** The same with other rows of layers. */
    public TrialResult withLayers(List<LayerRow> others) {
        return with(key, others, predictions, predictedValues, boundary, weights, facts);
    }

    /** The same without the rows of the large tables that are not to be kept. */
    public TrialResult keeping(Kept wanted) {
        return with(
                key,
                wanted.histograms()
                        ? layers
                        : layers.stream().map(LayerRow::withoutHistogram).toList(),
                wanted.predictions() ? predictions : List.of(),
                wanted.predictions() ? predictedValues : List.of(),
                wanted.boundary() ? boundary : List.of(),
                wanted.weights() ? weights : List.of(),
                facts);
    }

    /** The same to be read by other facts. */
    public TrialResult withFacts(TrialFacts others) {
        return with(key, layers, predictions, predictedValues, boundary, weights, others);
    }

    private TrialResult with(
            TrialKey otherKey,
            List<LayerRow> otherLayers,
            List<Prediction> otherPredictions,
            List<PredictedValue> otherPredictedValues,
            List<PlanePoint> otherBoundary,
            List<WeightValue> otherWeights,
            TrialFacts otherFacts) {
        return new TrialResult(
                otherKey,
                outcome,
                dataset,
                iterations,
                epochs,
                train,
                test,
                bestTestAccuracy,
                iterationsToTarget,
                curve,
                otherLayers,
                otherPredictions,
                otherBoundary,
                otherWeights,
                adjustments,
                otherPredictedValues,
                spectrum,
                otherFacts,
                kept,
                timing);
    }
}
