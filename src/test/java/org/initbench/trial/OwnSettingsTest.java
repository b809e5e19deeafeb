package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.initbench.config.InvalidInputException;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents tables that show settings of a study which the network of someone's scenario never heard of. */
class OwnSettingsTest {

    private static final String EVERY_SETTING = "training.updater={name: adam, beta1: 0.5},training.precision=double,"
            + "training.l2=0.1,training.clip.perParameterL2=1,";

    @TempDir
    private Path folder;

    @Test
    void aScenarioThatKeepsToItsBuilderIsNotSpokenOf() throws IOException {
        assertThat(plan("NOTHING", EVERY_SETTING + "training.learningRates=[0.1,0.2]")
                        .warnings())
                .isEmpty();
        assertThat(plan("NOTHING", EVERY_SETTING + "training.schedule=triangular")
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",data.asked=true", ",network.graph=true"})
    void theNetworksOwnRateStandsInTheTables(String more) throws IOException {
        Plan plan = plan("ADAM", "training.learningRate=0.1,training.schedule=triangular" + more);
        assertThat(plan.warnings())
                .containsExactly("training.learningRate: 0.1 does not reach the network, which brings Adam with "
                        + "learning rate 0.25 of its own; learning_rate in the tables is the network's");
        assertThat(plan.trials())
                .extracting(trial -> trial.key().learningRate())
                .containsExactly(0.25);
        assertThat(plan.resolved().at("/training/learningRate").doubleValue()).isEqualTo(0.25);
        Plan again = Plans.again(plan);
        assertThat(again.trials())
                .extracting(Trial::key)
                .isEqualTo(plan.trials().stream().map(Trial::key).toList());
        assertThat(again.resolved()).isEqualTo(plan.resolved());
        TrialResult trial = new TrialRunner(0).run(again.trials().get(0));
        assertThat(trial.outcome()).isEqualTo(new Outcome.Completed());
        assertThat(trial.curve()).isNotEmpty().allMatch(point -> point.stepSize() == 0.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADAM      | training.learningRates=[0.1,0.2] | training.learningRates: 0.1 and 0.2 do not reach the network,"
                        + " which brings Adam with learning rate 0.25 of its own, so that its trials would not differ;",
                "TWO_RATES | training.learningRates=[0.1,0.2] | training.learningRates: 0.1 and 0.2 do not reach the network,"
                        + " which brings Sgd with learning rate 0.25 and Sgd with learning rate 0.5 of its own,",
                "ADA_DELTA | training.learningRates=[0.1,0.2] | training.learningRates: 0.1 and 0.2 do not reach the network,"
                        + " which brings AdaDelta without a learning rate of its own,",
                "SGD       | grid.training.learningRate=[0.25,0.2] | grid.training.learningRate: 0.2 does not reach",
                "ADAM      | grid.training.updater.name=[sgd,adam] | grid.training.updater.name: 0.1 does not reach",
                "TYPE      | grid.training.precision=[double,float] | grid.training.precision: float does not reach",
            })
    void valuesThatWouldGiveEqualRowsAreRefused(String own, String set, String message) {
        assertThatThrownBy(() -> plan(own, set))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(message)
                .hasMessageEndingWith("give one value, or let the scenario leave it to the builder that it is handed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TYPE       |                         | training.precision: float does not reach the network, whose own type"
                        + " double holds",
                "BUILDER    | training.precision=double,training.learningRate=0.25,training.l2=0.5"
                        + " | training.l2: 0.5 does not reach the network",
                "BUILDER    | training.precision=double,training.learningRate=0.25,training.clip.perParameterL2=2"
                        + " | training.clip: 2.0 does not reach the network",
                "ADAM_AT_THE_STUDYS_RATE | training.learningRates=[0.1,0.2] | training.updater: does not reach the network, "
                        + "which brings Adam of its own",
                "ONE_LAYER  | training.learningRates=[0.1,0.2] | training.learningRate: layer layer0 brings Sgd with learning"
                        + " rate 0.25 of its own",
                "TWO_RATES  |                         | training.learningRate: 0.1 does not reach the network, which brings Sgd"
                        + " with learning rate 0.25 and Sgd with learning rate 0.5 of its own; learning_rate in the tables is"
                        + " the study's all the same",
                "ADAM | grid.training.learningRate=[0.1] | training.learningRate: 0.1 does not reach the network, which brings"
                        + " Adam with learning rate 0.25 of its own; learning_rate in the tables is the study's all the same",
                "ADAM | grid.network.rate=[0.1,0.2] | training.learningRate: 0.1 does not reach the network, which brings Adam"
                        + " with learning rate 0.1 of its own; learning_rate in the tables is the study's all the same",
            })
    void whatElseDoesNotReachTheNetworkIsTold(String own, String set, String warning) throws IOException {
        assertThat(plan(own, set == null ? "" : set).warnings()).contains(warning);
    }

    @Test
    void theStudysOwnRateInOtherHandsIsNoNews() throws IOException {
        assertThat(plan("SGD", "training.learningRate=0.25").warnings()).isEmpty();
    }

    /** What breaks is the trial's affair, as are data that no network asks for. */
    @Test
    void aNetworkThatCannotBeBuiltIsLeftToItsTrial() throws IOException {
        Plan plan = plan("ADAM", "data.asked=true,data.breaks=true,training.learningRates=[0.1,0.2]");
        assertThat(plan.trials()).hasSize(2);
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan("ADAM", "data.breaks=true").trials())
                .extracting(trial -> trial.key().learningRate())
                .containsExactly(0.25);
    }

    private Plan plan(String own, String set) throws IOException {
        String yaml = "scenario: " + StubbornScenario.class.getName() + "\ninitializers: [glorot_normal]\n"
                + "network: {own: " + own + "}\n" + "curves: {every: 1}\n";
        Path file = Files.writeString(folder.resolve("own.yaml"), yaml);
        return Plans.of(new StudyRequest(null, file, null, false, Map.of(), set, null));
    }
}
