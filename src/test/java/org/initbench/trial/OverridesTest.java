package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Training;
import org.initbench.config.Training.Epochs;
import org.initbench.config.Training.Iterations;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;

/** Prevents a run from being made with other values than its command line says. */
class OverridesTest {

    @Test
    void setReplacesFieldsOfEverySection() {
        Plan plan = Plans.of("moons", "training.batchSize=64,probes.every=10,network.hidden=[100,100]");
        assertThat(plan.study().training().batchSize()).isEqualTo(64);
        assertThat(plan.study().probes().every()).isEqualTo(10);
        assertThat(plan.resolved().at("/network/hidden")).hasToString("[100,100]");
    }

    @Test
    void aWholeMappingCanBeSet() {
        Training training = Plans.of("moons", "training.updater={name: adam, beta1: 0.5}")
                .study()
                .training();
        assertThat(training.updater()).isEqualTo(new Training.Adam(0.5, 0.999, 1e-8));
    }

    @Test
    void epochsReplaceIterationsAndTheOtherWayRound() {
        assertThat(Plans.of("moons").study().training().length()).isEqualTo(new Iterations(15000));
        Plan epochs = Plans.withField("moons", "training.epochs", "3");
        assertThat(epochs.study().training().length()).isEqualTo(new Epochs(3));
        assertThat(epochs.resolved().at("/training").has("iterations")).isFalse();
        StudyRequest quickThenEpochs =
                new StudyRequest("moons", null, null, true, Map.of("training.epochs", "2"), "", null);
        assertThat(Plans.of(quickThenEpochs).study().training().length()).isEqualTo(new Epochs(2));
    }

    @Test
    void learningRatesMakeOneTrialPerRate() {
        Plan plan = Plans.withField("moons", "training.learningRates", "[0.1,0.2]");
        assertThat(plan.trials()).hasSize(6);
        assertThat(plan.trials().stream()
                        .map(trial -> trial.key().learningRate())
                        .limit(3))
                .containsExactly(0.1, 0.2, 0.1);
    }

    @Test
    void learningRatesReplaceAGridOverTheLearningRate() {
        Plan plan = Plans.of("moons", "grid.training.learningRate=[0.5,0.6],training.learningRates=[0.1]");
        assertThat(plan.trials())
                .extracting(trial -> trial.key().learningRate())
                .containsOnly(0.1);
    }

    @Test
    void setOnThePathOfAGridReplacesThatAxis() {
        Plan one = Plans.of("activations", "network.activation=elu");
        assertThat(one.trials()).extracting(trial -> trial.key().variant()).containsOnly("network.activation=elu");
        Plan two = Plans.of("activations", "network.activation=[elu,gelu],repetitions=1");
        assertThat(two.trials().stream().map(trial -> trial.key().variant()).distinct())
                .containsExactly("network.activation=elu", "network.activation=gelu");
    }

    @Test
    void quickAppliesTheQuickSectionAndOptionsWinOverIt() {
        assertThat(Plans.quick("activations").study().repetitions()).isEqualTo(2);
        StudyRequest request =
                new StudyRequest("activations", null, null, true, Map.of("repetitions", "3"), "training.l2=0.5", null);
        assertThat(Plans.of(request).study().repetitions()).isEqualTo(3);
        assertThat(Plans.of(request).study().training().l2()).isEqualTo(0.5);
    }

    @Test
    void initsReplaceTheStudysOwn() {
        Plan plan = Plans.withInitializers("moons", "normal(std=0.5, mean=1),he");
        assertThat(plan.trials())
                .extracting(trial -> trial.key().init())
                .containsExactly("normal(std=0.5, mean=1)", "he_normal");
    }

    @Test
    void contradictingOptionsAreRefused() {
        assertThatThrownBy(() -> Plans.of("moons", "training.epochs=3,training.iterations=4"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("training.epochs: give epochs or iterations, not both");
        assertThatThrownBy(() -> Plans.of("moons", "training.learningRates=[1],training.learningRate=2"))
                .hasMessage("training.learningRate: give learningRate or learningRates, not both");
    }

    @Test
    void everyProblemIsALineOfTheMessage() {
        assertThatThrownBy(() -> Plans.of("moons", "seed=x,training.l2=-1,netwrk.hidden=[3]"))
                .hasMessageContainingAll("seed: x ", "training.l2: -1 ", "netwrk: unknown key; did you mean network?")
                .message()
                .hasLineCount(3);
    }
}
