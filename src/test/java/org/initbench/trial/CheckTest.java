package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.initbench.check.CheckRow;
import org.initbench.check.CheckVerdict;
import org.initbench.check.CheckedTrial;
import org.initbench.result.LayerRow;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a check that misses what was planted, or finds what is not there. */
class CheckTest {

    private static final String DIGITS = "data.source=synthetic,data.train=400,data.test=10";

    @ParameterizedTest(name = "{0}: {1} under {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "symmetric     | network.depth=2 | zeros                      | of the units of layer 0 (0_W) differ",
                "symmetric     | network.depth=2 | constant(value=0.1)        | differ by their weights, and updates do not part them",
                "dead          | network.depth=2 | normal(mean=-0.5,std=0.1)  | are 0 for every example",
                "saturated     | network.depth=2,network.activation=tanh | normal(std=10)             | lie where their function is flat",
                "exploding     | network.depth=10 | normal(std=1)              | times the size of the input",
                "vanishing     | network.depth=10,network.activation=tanh | normal(std=0.03)           | times the size of the input",
                "vanishing     | network.depth=10,network.activation=sigmoid | glorot_normal            | the gradient that reaches the first hidden layer",
                "overconfident | network.depth=2,network.outputInit=normal(std=1),training.learningRate=0.0001 | he_normal            | where one that knows nothing has 2.3",
                "fine          | network.depth=2 | he_normal                  |",
                "skipped       | network.depth=2 | fixup | fixup",
            })
    void whatIsPlantedIsFound(String verdict, String changes, String init, String reason) {
        CheckRow row = check("depth", changes + "," + DIGITS, init).get(0);
        assertThat(row.verdict().column()).as(row.toString()).isEqualTo(verdict);
        if (reason != null) {
            assertThat(row.reason()).contains(reason.replace("|", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"fixup", "zero_residual"})
    void aResidualBranchThatBeginsAtZeroIsFine(String init) {
        CheckRow row = check("residual", "network.blocks=10," + DIGITS, init).get(0);
        assertThat(row.verdict()).as(row.toString()).isEqualTo(CheckVerdict.FINE);
    }

    @Test
    void figuresAreThoseOfTheTables() {
        TrialResult trial =
                trials("depth", "network.depth=3," + DIGITS, "he_normal").get(0);
        CheckedTrial checked = CheckedTrial.of(trial);
        assertThat(trial.iterations()).isEqualTo(10);
        assertThat(checked.firstLoss()).isEqualTo(trial.curve().get(0).train().loss());
        assertThat(Objects.requireNonNull(checked.chanceLoss())).isCloseTo(Math.log(10), within(1e-12));
        double input = Objects.requireNonNull(trial.facts().inputRms());
        assertThat(checked.signalRatio()).isEqualTo(rms(trial, 0, 2, Quantity.ACTIVATION) / input);
        assertThat(checked.gradientRatio())
                .isEqualTo(rms(trial, 10, 0, Quantity.ACTIVATION_GRADIENT)
                        / rms(trial, 10, 2, Quantity.ACTIVATION_GRADIENT));
        double largest = 0;
        for (int layer = 0; layer < 4; layer++) {
            largest = Math.max(largest, rms(trial, 9, layer, Quantity.UPDATE) / rms(trial, 9, layer, Quantity.WEIGHT));
        }
        assertThat(Objects.requireNonNull(checked.update()).value()).isEqualTo(largest);
    }

    @Test
    void anEmbeddingsOutputIsTheInputOfItsNetwork() {
        TrialResult trial = trials("rnn", "grid={}", "glorot_normal").get(0);
        assertThat(trial.facts().inputRms()).isNull();
        assertThat(CheckedTrial.of(trial).signalRatio())
                .isEqualTo(rms(trial, 0, 1, Quantity.ACTIVATION) / rms(trial, 0, 0, Quantity.ACTIVATION));
    }

    @Test
    void eachLawIsTriedOnce() {
        List<String> dense = inits("mnist", "");
        assertThat(dense)
                .contains("dl4j(constant=XAVIER)", "lecun_normal", "he_normal", "orthogonal", "lsuv")
                .doesNotContain("glorot_normal", "critical", "fixup");
        assertThat(inits("mnist", "network.activation=tanh"))
                .as("without biases LeCun's law is the critical one")
                .contains("lecun_normal")
                .doesNotContain("critical");
        assertThat(inits("rnn", "")).contains("critical");
        assertThat(inits("residual", "")).contains("fixup", "zero_residual");
        assertThat(inits("mnist", "network.hidden=[3000]")).doesNotContain("orthogonal");
    }

    @Test
    void aLargeNetworkIsCheckedOnceAndWhatIsAskedForStays() {
        assertThat(Plans.check(request("mnist", "network.hidden=[8000]," + DIGITS, "he_normal"))
                        .trials())
                .hasSize(1);
        assertThat(Plans.check(request("mnist", "repetitions=2," + DIGITS, "he_normal"))
                        .trials())
                .hasSize(2);
        assertThat(Plans.check(request("mnist", "training.batchSize=8," + DIGITS, "he_normal"))
                        .study()
                        .training()
                        .batchSize())
                .isEqualTo(8);
    }

    private static List<String> inits(String study, String changes) {
        String all = study.equals("rnn") ? changes : changes + (changes.isEmpty() ? "" : ",") + DIGITS;
        return Plans.check(request(study, all, null)).trials().stream()
                .map(trial -> trial.key().init())
                .distinct()
                .toList();
    }

    private static List<CheckRow> check(String study, String changes, String init) {
        return CheckRow.of(
                trials(study, changes, init).stream().map(CheckedTrial::of).toList());
    }

    private static List<TrialResult> trials(String study, String changes, String init) {
        TrialRunner runner = new TrialRunner(0);
        return Plans.check(request(study, changes, init)).trials().stream()
                .map(runner::run)
                .toList();
    }

    private static StudyRequest request(String study, String changes, @Nullable String init) {
        return new StudyRequest(study, null, null, false, Map.of(), changes, init);
    }

    private static double rms(TrialResult trial, int iteration, int layer, Quantity quantity) {
        return trial.layers().stream()
                .filter(row -> row.iteration() == iteration && row.layer() == layer && row.quantity() == quantity)
                .map(LayerRow::statistics)
                .mapToDouble(LayerRow.Statistics::rms)
                .findFirst()
                .orElseThrow();
    }
}
