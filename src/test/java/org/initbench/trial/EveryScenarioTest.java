package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.initbench.config.StudyFiles;
import org.initbench.result.CurvePoint;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of scenarios: at quick size each trains, diverges or is skipped, and leaves rows that can be relied on. */
class EveryScenarioTest {

    private static final String REPRESENTATIVE = "zeros,normal(1),he_normal,orthogonal,lsuv";

    /** What a trial that made an update has measured. */
    private static final Set<Quantity> GRADIENTS =
            Set.of(Quantity.ACTIVATION_GRADIENT, Quantity.WEIGHT_GRADIENT, Quantity.BIAS_GRADIENT, Quantity.UPDATE);

    static Stream<String> studies() {
        return new StudyFiles(Path.of("")).names().stream();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void fiveInitializersKeepTheContract(String study) {
        run(study, REPRESENTATIVE).forEach(EveryScenarioTest::assertContract);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("studies")
    void everyInitializerKeepsTheContract(String study) {
        run(study, "all").forEach(EveryScenarioTest::assertContract);
    }

    @Test
    void convolutionsTakeColouredShapesToo() {
        List<TrialResult> trials = run("cnn", "he_normal,delta_orthogonal", "data.source=shapes");
        assertThat(trials.get(0).dataset()).isEqualTo("shapes");
        assertThat(trials.get(1).outcome()).isEqualTo(new Outcome.Completed());
        trials.forEach(EveryScenarioTest::assertContract);
    }

    private static List<TrialResult> run(String study, String initializers, String... set) {
        String assignments = String.join(",", set) + (set.length == 0 ? "" : ",") + "probes.at=[0,end]";
        return Studies.run(new StudyRequest(study, null, null, true, Map.of(), assignments, initializers));
    }

    private static void assertContract(TrialResult trial) {
        assertThat(trial.outcome()).as(trial.key().toString()).isNotInstanceOf(Outcome.Failed.class);
        if (trial.outcome() instanceof Outcome.Skipped) {
            assertThat(trial.outcome().reason()).isNotBlank();
            assertThat(trial.layers()).isEmpty();
            return;
        }
        assertThat(trial.dataset()).isNotBlank();
        assertCurve(trial);
        assertThat(trial.layers()).isNotEmpty().allSatisfy(EveryScenarioTest::assertRow);
        Set<List<Object>> names = new HashSet<>();
        trial.layers().forEach(row -> names.add(List.of(row.iteration(), row.layer(), row.name(), row.quantity())));
        assertThat(names).as("a row for each name").hasSameSizeAs(trial.layers());
        assertOrder(trial.layers());
        boolean trained = trial.iterations() > 0;
        assertThat(trial.layers())
                .extracting(LayerRow::quantity)
                .containsAnyElementsOf(trained ? GRADIENTS : Set.of(Quantity.ACTIVATION));
    }

    private static void assertCurve(TrialResult trial) {
        if (trial.iterations() == 0) {
            assertThat(trial.curve()).isEmpty();
            return;
        }
        assertThat(trial.curve())
                .extracting(CurvePoint::iteration)
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(0);
        boolean completed = trial.outcome() instanceof Outcome.Completed;
        CurvePoint last = trial.curve().get(trial.curve().size() - 1);
        // A loss is lost by an update, or only seen to be in the evaluation at the end.
        assertThat(last.iteration())
                .isBetween(completed ? trial.iterations() : trial.iterations() - 1, trial.iterations());
        assertThat(last.train()).isEqualTo(trial.train());
    }

    private static void assertRow(LayerRow row) {
        Statistics statistics = row.statistics();
        assertThat(statistics.count()).isPositive();
        if (Double.isFinite(statistics.rms())) {
            double fromMoments = Math.hypot(statistics.mean(), statistics.std());
            assertThat(statistics.rms()).isBetween(fromMoments * (1 - 1e-6), fromMoments * (1 + 1e-6) + 1e-300);
            assertThat(statistics.absMean())
                    .isBetween(Math.abs(statistics.mean()) * (1 - 1e-6), statistics.rms() * (1 + 1e-6));
            assertThat(statistics.min()).isLessThanOrEqualTo(statistics.max());
            assertThat(row.histogram().stream().mapToLong(LayerRow.Bin::count).sum())
                    .isEqualTo(statistics.count());
        }
        boolean isActivation = row.quantity() == Quantity.ACTIVATION;
        assertThat(row.deadUnitFraction() != null).isEqualTo(isActivation);
        assertThat(row.distinctUnitFraction() != null).isEqualTo(row.quantity() == Quantity.WEIGHT);
        for (Double fraction : new Double[] {
            statistics.zeroFraction(), row.saturatedFraction(), row.deadUnitFraction(), row.distinctUnitFraction()
        }) {
            if (fraction != null) {
                assertThat(fraction).isBetween(0.0, 1.0);
            }
        }
    }

    private static void assertOrder(List<LayerRow> rows) {
        for (int i = 1; i < rows.size(); i++) {
            LayerRow before = rows.get(i - 1);
            LayerRow row = rows.get(i);
            assertThat(row.iteration()).isGreaterThanOrEqualTo(before.iteration());
            if (row.iteration() == before.iteration()) {
                assertThat(row.layer()).isGreaterThanOrEqualTo(before.layer());
            }
        }
    }
}
