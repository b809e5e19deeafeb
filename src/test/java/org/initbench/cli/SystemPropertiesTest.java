package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents {@code -D} settings from being dropped: Maven and the JVM say nothing of a name that nobody reads. */
@SuppressWarnings("try")
class SystemPropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "scenrio,scenario",
        "init,inits",
        "epoch,epochs",
        "learningrates,learningRates",
        "learningRate,learningRates",
        "repetition,repetitions",
        "data-dir,data.dir",
        "sets,set",
        "quik,quick",
        "worker,workers",
        "debgu,debug"
    })
    void aMisspeltPropertyIsReportedWithItsCorrection(String misspelt, String meant, @TempDir Path folder) {
        try (TemporaryProperty wrong = new TemporaryProperty(misspelt, "1")) {
            Invocation run = Invocation.of("run", "--scenario=activations", "--out=" + folder);
            assertThat(run.err())
                    .isEqualTo("initbench: -D" + misspelt + ": unknown property; did you mean -D" + meant + "?"
                            + System.lineSeparator());
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void withoutArgumentsPropertiesSayWhatToRun(@TempDir Path folder) {
        try (TemporaryProperty scenario = new TemporaryProperty("scenario", "mons");
                TemporaryProperty out = new TemporaryProperty("out", folder.toString());
                TemporaryProperty inits = new TemporaryProperty("inits", "he_nomal")) {
            Invocation run = Invocation.of();
            assertThat(run.err()).contains("did you mean moons?").contains("did you mean he_normal?");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aFlagOnTheCommandLineWinsOverTheProperty(@TempDir Path folder) {
        try (TemporaryProperty seed = new TemporaryProperty("seed", "property")) {
            Invocation run = Invocation.of("run", "--scenario=moons", "--seed=flag", "--out=" + folder);
            assertThat(run.err()).contains("seed: flag is not allowed").doesNotContain("property");
        }
    }

    @ParameterizedTest
    @CsvSource({"quick,''", "quick,true", "debug,''", "help,anything"})
    void aSwitchNeedsNoValueAndHelpIsNoProperty(String name, String value, @TempDir Path folder) {
        try (TemporaryProperty property = new TemporaryProperty(name, value)) {
            Invocation run = Invocation.of("run", "--scenario=moons", "--seed=x", "--out=" + folder);
            assertThat(run.err())
                    .startsWith("initbench: seed: x is not allowed")
                    .hasLineCount(1);
        }
    }

    @Test
    void propertiesOfTheJvmAreNotTakenForMisspeltOptions() {
        Invocation run = Invocation.of("run", "--scenario=moons", "--seed=x");
        assertThat(run.err()).hasLineCount(1);
    }
}
