package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Section;
import org.initbench.config.StudyFiles;
import org.initbench.data.DataRequest;
import org.initbench.data.Examples;
import org.initbench.data.TrialData;
import org.initbench.network.Network;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.initbench.scenario.Scenario;
import org.initbench.scenario.Scenarios;
import org.initbench.testing.Mnist;
import org.initbench.testing.Plans;
import org.initbench.testing.Residual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Guards against networks with skip connections that train or are measured otherwise than stacks. */
class GraphTrialTest {

    private static final int BLOCKS = 2;

    @TempDir
    private Path folder;

    @Test
    void aResidualNetworkLearnsUnderFixupAndEveryLayerIsMeasured() throws IOException {
        TrialResult trial = run("fixup", 150).get(0);
        assertThat(trial.outcome()).isEqualTo(new Outcome.Completed());
        assertThat(trial.curve().get(0).train().loss())
                .as("a classifier of zeros gives every class the same probability")
                .isCloseTo(Math.log(2), within(1e-12));
        assertThat(trial.train().loss()).isLessThan(0.8 * Math.log(2));
        assertThat(trial.test().accuracy()).isGreaterThan(0.7);
        List<LayerRow> first =
                trial.layers().stream().filter(row -> row.iteration() == 0).toList();
        assertThat(first)
                .filteredOn(row -> row.quantity() == Quantity.ACTIVATION)
                .extracting(LayerRow::name)
                .containsExactly(
                        "in",
                        "block0_fc1",
                        "block0_fc2",
                        "block0_add",
                        "block1_fc1",
                        "block1_fc2",
                        "block1_add",
                        "out");
        assertThat(rms(first, Quantity.ACTIVATION, "block1_add"))
                .as("branches that end in zeros add nothing")
                .isCloseTo(rms(first, Quantity.ACTIVATION, "in"), within(1e-12));
        assertThat(rms(first, Quantity.WEIGHT, "block1_fc2_W")).isZero();
        assertThat(rms(first, Quantity.WEIGHT_GRADIENT, "block1_fc2_W"))
                .as("nothing comes back through a classifier of zeros")
                .isZero();
        assertThat(rms(first, Quantity.WEIGHT_GRADIENT, "out_W")).isPositive();
        assertThat(rms(first, Quantity.UPDATE, "out_W")).isPositive();
        assertThat(theory(first, "block1_add")).as("so says theory").isCloseTo(theory(first, "in"), within(1e-6));
        assertThat(trial.layers()).extracting(LayerRow::iteration).contains(150);
    }

    @Test
    void whatAGraphCannotTakeIsSkippedAndTheOthersRun() throws IOException {
        assertThat(run("looks_linear, he_normal, lsuv", 2))
                .extracting(TrialResult::outcome)
                .containsExactly(
                        new Outcome.Skipped("looks_linear needs relu; layer 2 has identity"),
                        new Outcome.Completed(),
                        new Outcome.Completed());
    }

    @Test
    void lsuvTellsWhatItDidToEachLayer() throws IOException {
        TrialResult trial = run("lsuv", 0).get(0);
        assertThat(trial.adjustments()).hasSize(6).allSatisfy(row -> {
            assertThat(row.variance()).isBetween(0.9, 1.1);
            assertThat(row.tries()).isBetween(0, 10);
        });
    }

    @Test
    void aWrongInitializerForTheInputIsNamed() {
        assertThatThrownBy(() -> Plans.of("moons", "network.inputInit=he_norml"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("network.inputInit: ")
                .hasMessageContaining("did you mean he_normal");
    }

    @Test
    void aStudyCanLeaveInputAndOutputToOthers() {
        TrialResult trial = Studies.run(
                        "moons",
                        "initializers=[zeros],training.iterations=0,network.inputInit=constant(2),"
                                + "network.outputInit=constant(3)")
                .get(0);
        assertThat(trial.key().init()).isEqualTo("zeros");
        assertThat(trial.weights())
                .filteredOn(weight -> weight.name().endsWith("W"))
                .allSatisfy(weight -> assertThat(weight.value())
                        .isEqualTo(List.of(2, 0, 3).get(weight.layer()).doubleValue()));
    }

    private static double rms(List<LayerRow> rows, Quantity quantity, String name) {
        return rows.stream()
                .filter(row -> row.quantity() == quantity && row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .statistics()
                .rms();
    }

    private List<TrialResult> run(String initializers, int iterations) throws IOException {
        Path file = Files.writeString(
                folder.resolve("skip.yaml"),
                """
                scenario: skip
                initializers: [%s]
                training: {precision: double, learningRate: 0.3, batchSize: 20, iterations: %d}
                probes: {at: [0, end]}
                """
                        .formatted(initializers, iterations));
        Scenarios scenarios = Scenarios.builtIn().register("skip", SkipScenario::new);
        Planner planner = new Planner(new StudyFiles(folder), scenarios, Mnist.FOLDERS);
        Plan plan = planner.plan(new StudyRequest("skip", file, null, false, Map.of(), "", null));
        return plan.trials().stream().map(new TrialRunner(0)::run).toList();
    }

    /** Points of a cube, told apart by the sign of a product of two coordinates. */
    private static final class SkipScenario implements Scenario {

        @SuppressWarnings("unused")
        SkipScenario(Section network, Section data) {}

        @Override
        public Network network(NeuralNetConfiguration.Builder base, TrialData data) {
            return Network.of(Residual.network(base, BLOCKS, 16, Activation.RELU));
        }

        @Override
        public TrialData data(DataRequest request) {
            return new TrialData("cube", examples(1, request.type()), Optional.of(examples(2, request.type())));
        }

        private static Examples examples(long seed, DataType type) {
            Nd4j.getRandom().setSeed(seed);
            INDArray points = Nd4j.rand(type, 200, Residual.INPUTS).muli(2).subi(1);
            INDArray labels = Nd4j.zeros(type, 200, Residual.CLASSES);
            for (int i = 0; i < 200; i++) {
                boolean same = points.getDouble(i, 0) * points.getDouble(i, 1) > 0;
                labels.putScalar(i, same ? 1 : 0, 1);
            }
            return new Examples(points, labels);
        }
    }

    private static double theory(List<LayerRow> rows, String name) {
        return rows.stream()
                .filter(row ->
                        row.quantity() == Quantity.ACTIVATION && row.name().equals(name))
                .map(LayerRow::theoryRms)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }
}
