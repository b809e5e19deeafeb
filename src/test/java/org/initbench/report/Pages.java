package org.initbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.document.DocumentSection;
import org.initbench.result.CurvePoint;
import org.initbench.result.DataReading;
import org.initbench.result.DataReading.ClassCount;
import org.initbench.result.DataReading.Column;
import org.initbench.result.Kept;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.RunResults;
import org.initbench.result.Scores;
import org.initbench.result.Timing;
import org.initbench.result.TrialFacts;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.stats.RunStatistics;
import org.initbench.testing.Trials;

/** Pages of runs that never ran. */
final class Pages {

    private static final List<Quantity> QUANTITIES =
            List.of(Quantity.WEIGHT, Quantity.ACTIVATION, Quantity.ACTIVATION_GRADIENT);

    private Pages() {}

    /**
     * What a run is to have.
     *
     * @param iterations at which layers are measured
     */
    record Shape(
            String title,
            List<String> variants,
            List<String> inits,
            List<Double> rates,
            int repetitions,
            int layers,
            List<Integer> iterations,
            int curvePoints) {}

    static PageData page(Shape shape) {
        List<TrialResult> trials = new ArrayList<>();
        for (String variant : shape.variants()) {
            for (String init : shape.inits()) {
                for (double rate : shape.rates()) {
                    for (int repetition = 0; repetition < shape.repetitions(); repetition++) {
                        trials.add(trial(shape, new TrialKey("study", variant, init, rate, repetition)));
                    }
                }
            }
        }
        return page(shape.title(), trials, Metric.TEST_ACCURACY, study(shape));
    }

    /** Variants such as {@code network.depth=2} are those of a grid. */
    private static ObjectNode study(Shape shape) {
        ObjectNode study = JsonNodeFactory.instance.objectNode();
        if (shape.variants().stream().allMatch(variant -> variant.matches("network\\.depth=\\d+"))) {
            ArrayNode depths = study.putObject("grid").putArray("network.depth");
            shape.variants().forEach(variant -> depths.add(Integer.parseInt(variant.replaceAll("\\D", ""))));
        }
        return study;
    }

    static PageData page(String title, List<TrialResult> trials, Metric metric) {
        return page(title, trials, metric, JsonNodeFactory.instance.objectNode());
    }

    private static PageData page(String title, List<TrialResult> trials, Metric metric, ObjectNode study) {
        study.put("title", title);
        RunResults run = new RunResults("study", title, metric, Double.NaN, study, trials, Trials.layers(trials));
        RunFiles files = new RunFiles(Path.of(""), run, List.of(), manifest(), null);
        RunStatistics statistics = RunStatistics.of(run);
        DocumentSection none = new DocumentSection.None();
        return Page.of(new Report(files, statistics, none, Verdict.of(run, statistics, none), List.of()));
    }

    /** Of a table with a column that was left out. */
    private static ObjectNode manifest() {
        DataReading reading = new DataReading(
                "points.csv",
                8,
                List.of(new Column("id", "left out, as it numbers the rows"), new Column("x", "a number")),
                List.of(new ClassCount("near", 6), new ClassCount("far", 2)),
                List.of("columns between bars"));
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.putArray(DataReading.KEY).add(new ObjectMapper().<JsonNode>valueToTree(reading));
        return manifest;
    }

    /** Every initializer, layer, rate and variant has values of its own. */
    private static TrialResult trial(Shape shape, TrialKey key) {
        double own = 1
                + shape.inits().indexOf(key.init())
                + 0.1 * shape.variants().indexOf(key.variant())
                + 0.01 * shape.rates().indexOf(key.learningRate())
                + 0.001 * key.repetition();
        Scores scores = new Scores(1 / own, 1 - 1 / (1 + own));
        List<CurvePoint> curve = IntStream.range(0, shape.curvePoints())
                .mapToObj(i -> new CurvePoint(i, 0, 0.1, new Scores(own / (i + 1), 0.5), scores))
                .toList();
        List<LayerRow> layers = new ArrayList<>();
        for (int iteration : shape.iterations()) {
            for (int layer = 0; layer < shape.layers(); layer++) {
                for (Quantity quantity : QUANTITIES) {
                    layers.add(row(
                            iteration,
                            layer,
                            quantity,
                            own * (layer + 1) * (iteration + 1) * (1 + QUANTITIES.indexOf(quantity))));
                }
            }
        }
        return new TrialResult(
                key,
                new Outcome.Completed(),
                "data",
                shape.curvePoints(),
                1,
                scores,
                scores,
                scores.accuracy(),
                null,
                curve,
                layers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                TrialFacts.NONE,
                Kept.ALL,
                new Timing(1, 0, 0, 0, 0));
    }

    private static LayerRow row(int iteration, int layer, Quantity quantity, double size) {
        List<Bin> bins = IntStream.range(0, 30)
                .mapToObj(i -> new Bin(size * (i - 15), size * (i - 14), 7L * (i + 1 + layer) + iteration))
                .toList();
        return new LayerRow(
                iteration,
                layer,
                layer + "_" + quantity.column(),
                quantity,
                new Statistics(4000, size / 3, size / 2, -size, size, size / 1.7, 0.01, size / 7),
                null,
                null,
                null,
                iteration == 0 && quantity == Quantity.ACTIVATION ? size : null,
                bins);
    }
}
