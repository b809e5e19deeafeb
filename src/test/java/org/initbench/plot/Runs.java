package org.initbench.plot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.initbench.result.CurvePoint;
import org.initbench.result.Kept;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.PlanePoint;
import org.initbench.result.Prediction;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.initbench.result.Scores;
import org.initbench.result.Timing;
import org.initbench.result.TrialFacts;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.result.WeightValue;
import org.initbench.testing.Trials;

/** Runs that never ran, with everything that pictures are made of. */
final class Runs {

    private Runs() {}

    /** What a trial measured everywhere: one value for everything, which may be anything. */
    record Recipe(Outcome outcome, double value) {}

    static RunResults of(Metric metric, TrialResult... trials) {
        return of(metric, List.of(trials));
    }

    static RunResults of(Metric metric, List<TrialResult> trials) {
        return new RunResults(
                "moons",
                "Two half circles",
                metric,
                0.95,
                JsonNodeFactory.instance.objectNode(),
                trials,
                Trials.layers(trials));
    }

    /** Every combination of these, all cooked by one recipe. */
    static RunResults grid(
            List<String> variants, List<String> inits, List<Double> rates, int repetitions, Recipe recipe) {
        List<TrialResult> trials = new ArrayList<>();
        for (String variant : variants) {
            for (String init : inits) {
                for (double rate : rates) {
                    for (int repetition = 0; repetition < repetitions; repetition++) {
                        trials.add(trial(new TrialKey("moons", variant, init, rate, repetition), recipe));
                    }
                }
            }
        }
        return of(Metric.TEST_ACCURACY, trials);
    }

    /** A trial with curve, layers, predictions, boundary and weights. */
    static TrialResult trial(TrialKey key, Recipe recipe) {
        double value = recipe.value() + (recipe.value() == 0.25 ? key.repetition() * 0.01 : 0);
        Scores scores = new Scores(value, value);
        List<CurvePoint> curve = List.of(
                new CurvePoint(0, 0, key.learningRate(), scores, scores),
                new CurvePoint(10, 0, key.learningRate(), scores, scores));
        List<LayerRow> layers = new ArrayList<>();
        for (int iteration : new int[] {0, 10}) {
            for (int layer = 0; layer < 3; layer++) {
                for (Quantity quantity : Quantity.values()) {
                    layers.add(layer(iteration, layer, quantity, value));
                }
            }
        }
        List<WeightValue> weights = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            weights.add(new WeightValue(i % 2 * 10, 0, "0_W", i / 2 % 2, i / 4, value * (i - 6)));
        }
        List<PlanePoint> plane = new ArrayList<>();
        for (int x2 = 0; x2 < 10; x2++) {
            for (int x1 = 0; x1 < 10; x1++) {
                plane.add(new PlanePoint(x1, x2, value));
            }
        }
        return new TrialResult(
                key,
                recipe.outcome(),
                "make_moons",
                10,
                1,
                scores,
                scores,
                value,
                10.0,
                curve,
                layers,
                List.of(new Prediction("test", 0, 0, value, 2, 3), new Prediction("test", 1, 1, value, 7, 4)),
                plane,
                weights,
                List.of(),
                List.of(),
                List.of(),
                TrialFacts.NONE,
                Kept.ALL,
                new Timing(1, 0, 0, 0, 0));
    }

    private static LayerRow layer(int iteration, int layer, Quantity quantity, double value) {
        Statistics statistics =
                new Statistics(100, value, value, value, value, Math.abs(value), value == 0 ? 1 : 0, Math.abs(value));
        List<Bin> bins = Double.isNaN(value)
                ? List.of()
                : List.of(new Bin(value - 0.5, value, 40), new Bin(value, value + 0.5, 60));
        boolean activation = quantity == Quantity.ACTIVATION;
        return new LayerRow(
                iteration,
                layer,
                layer + "_W",
                quantity,
                statistics,
                activation ? Math.min(1, Math.abs(value)) : null,
                activation ? Math.min(1, Math.abs(value)) : null,
                null,
                activation ? 0.5 : null,
                bins);
    }
}
