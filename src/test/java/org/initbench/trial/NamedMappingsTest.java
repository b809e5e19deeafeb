package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Training;
import org.initbench.config.Training.Adam;
import org.initbench.config.Training.Constant;
import org.initbench.config.Training.Momentum;
import org.initbench.config.Training.Sgd;
import org.initbench.config.Training.Triangular;
import org.initbench.config.Training.Updater;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents the settings of one updater or schedule from standing in the way of another, or from getting lost with it. */
class NamedMappingsTest {

    private static final Adam ADAM = new Adam(0.9, 0.999, 1e-8);
    private static final Adam SLOW = new Adam(0.8, 0.999, 1e-8);
    private static final String SLOW_ADAM = "updater: {name: adam, beta1: 0.8}";

    @TempDir
    private Path folder;

    @Test
    void anotherNameTakesTheSettingsOfTheOldOneAway() throws IOException {
        assertThat(updater(SLOW_ADAM, "training.updater.name=sgd")).isEqualTo(new Sgd());
        assertThat(updater(SLOW_ADAM, "training.updater.name=momentum")).isEqualTo(new Momentum(0.9));
        assertThat(updater(SLOW_ADAM, "training.updater.name=adam")).isEqualTo(SLOW);
        Training constant =
                training("schedule: {name: triangular, base: 0.1, max: 0.2}", "training.schedule.name=constant");
        assertThat(constant.schedule()).isEqualTo(new Constant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training.updater.beta1=0.8,training.updater.name=adam",
                "training.updater.name=adam,training.updater.beta1=0.8",
                "training.updater.beta1=0.8,training.updater=adam",
                "training.updater=adam,training.updater.beta1=0.8",
            })
    void settingsGivenWithANameStayWhateverTheirOrder(String set) throws IOException {
        assertThat(updater("updater: {name: momentum, momentum: 0.5}", set)).isEqualTo(SLOW);
        assertThat(updater("updater: sgd", set)).isEqualTo(SLOW);
        assertThat(updater("quick: {" + set.replace("=", ": ") + "}", "")).isEqualTo(SLOW);
    }

    @Test
    void aNameAloneIsTheMapping() throws IOException {
        assertThat(updater("updater: adam", "")).isEqualTo(ADAM);
        assertThat(updater(SLOW_ADAM, "training.updater=adam")).isEqualTo(ADAM);
        assertThat(updater(SLOW_ADAM, "training.updater=sgd")).isEqualTo(new Sgd());
        assertThat(training("schedule: triangular", "").schedule()).isInstanceOf(Triangular.class);
        assertThat(training("", "training.schedule=triangular").schedule()).isInstanceOf(Triangular.class);
    }

    @Test
    void aSettingOfAnotherUpdaterIsStillRefused() {
        assertThatThrownBy(() -> updater("", "training.updater=sgd,training.updater.beta1=0.8"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("training.updater.beta1: unknown key");
        assertThatThrownBy(() -> updater("", "training.updater=adm"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("training.updater.name: adm is not known; did you mean adam?");
        assertThatThrownBy(() -> updater("", "training.updater=5"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("training.updater: 5 is not allowed; give a name or a mapping");
    }

    @Test
    void aGridMayVaryTheName() throws IOException {
        assertThat(updaters(SLOW_ADAM, "grid.training.updater.name=[sgd,adam,momentum]"))
                .containsExactly(new Sgd(), SLOW, new Momentum(0.9));
        assertThat(updaters(SLOW_ADAM, "grid.training.updater=[sgd,adam]")).containsExactly(new Sgd(), ADAM);
        assertThat(updaters("", "grid.training.updater.beta1=[0.8,0.9],grid.training.updater.name=[adam]"))
                .as("settings before the name")
                .containsExactly(SLOW, ADAM);
    }

    @Test
    void aNameThatIsSetReplacesTheOneThatAGridVaries() throws IOException {
        String byName = "grid.training.updater.name=[sgd,momentum],";
        assertThat(updaters("", byName + "training.updater=adam")).containsExactly(ADAM);
        assertThat(updaters("", "grid.training.updater=[sgd,momentum],training.updater.name=adam"))
                .containsExactly(ADAM);
    }

    /** The updaters of a grid, in this process and as a worker plans them once more. */
    private List<Updater> updaters(String training, String set) throws IOException {
        Plan plan = Plans.of(request(training, set));
        Plan again = Plans.again(plan);
        assertThat(updaters(again)).as("in a worker").isEqualTo(updaters(plan));
        assertThat(again.resolved()).isEqualTo(plan.resolved());
        return updaters(plan);
    }

    private static List<Updater> updaters(Plan plan) {
        return plan.trials().stream()
                .map(trial -> trial.study().training().updater())
                .toList();
    }

    private Updater updater(String training, String set) throws IOException {
        return training(training, set).updater();
    }

    private Training training(String training, String set) throws IOException {
        return Plans.of(request(training, set)).study().training();
    }

    private StudyRequest request(String line, String set) throws IOException {
        boolean isQuick = line.startsWith("quick");
        String yaml = "scenario: moons\ninitializers: [zeros]\n" + (isQuick ? "" : "training:\n  epochs: 1\n  ") + line;
        Path file = Files.writeString(folder.resolve("named.yaml"), yaml + "\n");
        return new StudyRequest(null, file, null, isQuick, Map.of(), set, null);
    }
}
