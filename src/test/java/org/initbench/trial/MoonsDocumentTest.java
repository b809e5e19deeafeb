package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.initbench.result.CurvePoint;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a moons study that trains something else than the published program. */
class MoonsDocumentTest {

    private static final double BILLIONTH_IN_PERCENT = 1e-7;

    private static Map<String, TrialResult> trials = Map.of();

    @BeforeAll
    static void runTheWholeStudy() {
        trials = Studies.run("moons", "probes.at=[]").stream()
                .collect(Collectors.toMap(trial -> trial.key().init(), Function.identity()));
    }

    @ParameterizedTest
    @CsvSource({"zeros,zeros", "he,he_normal"})
    void costsAgreeTo1e9AtAllPrintedIterations(String printed, String init) throws IOException {
        List<CSVRecord> costs = rows("moons-document-costs.csv", printed);
        assertThat(costs).hasSize(15);
        for (CSVRecord row : costs) {
            assertThat(loss(init, Integer.parseInt(row.get("iteration"))))
                    .isCloseTo(Double.parseDouble(row.get("cost")), withinPercentage(BILLIONTH_IN_PERCENT));
        }
    }

    @Test
    void theLargeInitializationStartsAtItsExactCostAndEndsWithinOnePercent() throws IOException {
        List<CSVRecord> costs = rows("moons-document-costs.csv", "random_large");
        CSVRecord last = costs.get(costs.size() - 1);
        assertThat(last.get("iteration")).isEqualTo("14000");
        assertThat(loss("normal(std=10)", 0)).isCloseTo(1296.5, withinPercentage(0.001));
        assertThat(loss("normal(std=10)", 14000)).isCloseTo(Double.parseDouble(last.get("cost")), withinPercentage(1));
    }

    @ParameterizedTest
    @CsvSource({"zeros,zeros", "random_large,normal(std=10)", "he,he_normal"})
    void accuraciesAgreeExactly(String printed, String init) throws IOException {
        CSVRecord row = rows("moons-document-accuracy.csv", printed).get(0);
        TrialResult trial = trial(init);
        assertThat(trial.train().accuracy()).isEqualTo(Double.parseDouble(row.get("train_accuracy")));
        assertThat(trial.test().accuracy()).isEqualTo(Double.parseDouble(row.get("test_accuracy")));
    }

    @Test
    void everyTrialCompletesWithItsPicturesOfThePlane() {
        assertThat(trials.values()).hasSize(3).allSatisfy(trial -> {
            assertThat(trial.outcome()).isInstanceOf(Outcome.Completed.class);
            assertThat(trial.iterations()).isEqualTo(15000);
            assertThat(trial.predictions()).hasSize(400);
            assertThat(trial.boundary()).hasSize(10000);
            assertThat(trial.weights()).hasSize(2 * (2 * 10 + 10 + 10 * 5 + 5 + 5 + 1));
        });
    }

    private static double loss(String init, int iteration) {
        return trial(init).curve().stream()
                .filter(point -> point.iteration() == iteration)
                .map(CurvePoint::train)
                .map(scores -> Objects.requireNonNull(scores.loss()))
                .findFirst()
                .orElseThrow();
    }

    private static TrialResult trial(String init) {
        return Objects.requireNonNull(trials.get(init));
    }

    private static List<CSVRecord> rows(String file, String initialization) throws IOException {
        try (BufferedReader content = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MoonsDocumentTest.class.getResourceAsStream("/reference/" + file)),
                StandardCharsets.UTF_8))) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(content).stream()
                    .filter(row -> row.get("initialization").equals(initialization))
                    .toList();
        }
    }
}
