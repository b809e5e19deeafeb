package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.initbench.config.StudyFiles;
import org.initbench.data.Sources;
import org.initbench.init.Catalog;
import org.initbench.init.InitializerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents the commands around a run from listing less than can be run, and unexpected errors from spilling traces. */
class CommandsTest {

    @Test
    void listShowsEveryInitializerWithFormulaVarianceSourceAndDl4jsName() {
        Invocation list = Invocation.of("list", "inits");
        assertThat(list.exitCode()).isEqualTo(0);
        for (InitializerType type : Catalog.types()) {
            assertThat(list.out())
                    .contains(type.signature())
                    .contains(type.formula())
                    .contains("variance: " + type.variance())
                    .contains("source: " + type.source())
                    .contains("DL4J: " + type.dl4j());
            assertThat(List.of(type.formula(), type.variance(), type.source(), type.dl4j()))
                    .as(type.name())
                    .doesNotContain("");
        }
        assertThat(list.out()).doesNotContain("Studies");
    }

    @Test
    void listShowsEverySourceOfData() {
        Invocation list = Invocation.of("list", "sources");
        assertThat(list.out()).doesNotContain("he_normal", "Studies");
        assertThat(Sources.names())
                .contains("auto", "mnist", "idx", "cifar10", "cifar100", "images", "csv", "generated", "moons")
                .allSatisfy(name -> assertThat(list.out()).contains("  " + name + " "));
    }

    @Test
    void listShowsEveryStudyWithItsTitle() {
        Invocation list = Invocation.of("list", "studies");
        assertThat(list.out()).contains("Moons: zeros, too large, and He").doesNotContain("he_normal");
        assertThat(new StudyFiles(Path.of("")).names())
                .contains("moons", "activations")
                .allSatisfy(name -> assertThat(list.out()).contains("  " + name + " "));
    }

    @Test
    void listWithoutArgumentShowsBoth() {
        assertThat(Invocation.of("list").out())
                .startsWith(Invocation.of("list", "studies").out())
                .endsWith(Invocation.of("list", "inits").out());
    }

    @ParameterizedTest
    @CsvSource({
        "rnu,rnu: unknown command; did you mean run?",
        "plot,'plot: unknown command; known are '",
        "--scenario=moons,--scenario=moons: unknown option; options go after a command: '",
        "list studeis,'Invalid value for positional parameter at index 0 (WHAT): expected one of [all, studies, sources, inits]'",
        "list --verison,--verison: unknown option; did you mean --version?"
    })
    void aMisspeltCommandIsOneSentence(String arguments, String sentence) {
        Invocation command = Invocation.of(arguments.split(" "));
        assertThat(command.err())
                .startsWith("initbench: " + sentence.replace("'", ""))
                .hasLineCount(1);
        assertThat(command.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "run --help", "list --help", "--version"})
    void helpAndVersionEndWell(String arguments) {
        Invocation command = Invocation.of(arguments.split(" "));
        assertThat(command.out()).contains("initbench");
        assertThat(command.err()).isEmpty();
        assertThat(command.exitCode()).isEqualTo(0);
    }

    @Test
    void anUnexpectedErrorIsOneLineAndExitCodeOne() {
        assertThat(reported(false)).isEqualTo("initbench: IllegalStateException: out of luck" + System.lineSeparator());
    }

    @Test
    void debugShowsTheStackTraceOfAnUnexpectedError() {
        assertThat(reported(true)).contains("out of luck").contains("at " + CommandsTest.class.getName());
    }

    private static String reported(boolean debug) {
        StringWriter err = new StringWriter();
        int exitCode = Errors.report(new PrintWriter(err, true), new IllegalStateException("out of luck"), debug);
        assertThat(exitCode).isEqualTo(1);
        return err.toString();
    }
}
