package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.initbench.scenario.Scenario;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a kind of layer that only tests of its own can be run with: each stands in a study, under all initializers. */
class LayerFamiliesStudyTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            classes = {CharacterLstm.class, ResidualPictures.class, AttentionSequences.class, SeparablePictures.class})
    void noInitializerFailsAndEveryLayerIsMeasured(Class<? extends Scenario> scenario) throws IOException {
        Path file = Files.writeString(
                folder.resolve("family.yaml"),
                "scenario: " + scenario.getName() + "\ninitializers: [he_normal]\n"
                        + "training: {iterations: 3, batchSize: 16, learningRate: 0.01, updater: adam}\n"
                        + "probes: {at: [0, 2, end]}\n");
        Plan plan = Plans.of(new StudyRequest(null, file, null, false, Map.of(), "", "all"));
        TrialRunner runner = new TrialRunner(0);
        List<TrialResult> trials = plan.trials().stream().map(runner::run).toList();
        assertThat(trials)
                .allSatisfy(trial ->
                        assertThat(trial.outcome()).as(trial.key().init()).isNotInstanceOf(Outcome.Failed.class));
        assertThat(trials)
                .filteredOn(trial -> trial.outcome() instanceof Outcome.Completed)
                .hasSizeGreaterThan(18);
        assertThat(trials)
                .filteredOn(trial -> trial.outcome() instanceof Outcome.Skipped)
                .allSatisfy(trial -> assertThat(Suitability.sentences(plan))
                        .as("known before")
                        .anyMatch(sentence -> sentence.startsWith(trial.key().init() + " will be skipped: ")));
        TrialResult he = trials.stream()
                .filter(trial -> trial.key().init().equals("he_normal"))
                .findFirst()
                .orElseThrow();
        Set<Integer> layers = he.layers().stream().map(LayerRow::layer).collect(Collectors.toCollection(TreeSet::new));
        assertThat(layers).hasSizeGreaterThan(1);
        for (int layer : layers) {
            assertThat(he.layers().stream()
                            .filter(row -> row.layer() == layer)
                            .map(LayerRow::quantity)
                            .distinct())
                    .as("layer " + layer)
                    .contains(Quantity.WEIGHT, Quantity.ACTIVATION, Quantity.WEIGHT_GRADIENT, Quantity.UPDATE);
        }
    }
}
