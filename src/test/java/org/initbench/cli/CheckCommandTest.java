package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initbench.process.ChildJvm;
import org.initbench.testing.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a check that fails where it should only judge, and against code that does not compile. */
class CheckCommandTest {

    private static final Pattern CODE = Pattern.compile("(WeightInit\\.\\w+)|(Initializers\\.of.*apply\\(network\\))");

    @TempDir
    private Path out;

    @Test
    void everyVerdictIsExitCodeZeroAndEverythingIsWritten() throws IOException {
        Invocation check = check("zeros,he_normal,fixup,normal(std=10)");
        assertThat(check.exitCode()).as(check.err()).isEqualTo(ExitCode.OK);
        assertThat(check.out())
                .contains("zeros is symmetric", "fixup is skipped", "he_normal alone leaves the signal alive")
                .contains("In DL4J, WeightInit.RELU draws the law of he_normal");
        Path folder = out.resolve("moons/one");
        assertThat(Files.readAllLines(folder.resolve("check.csv")))
                .hasSize(5)
                .first()
                .isEqualTo(
                        "scenario,variant,init,first_loss,chance_loss,signal_ratio,gradient_ratio,dead_unit_fraction,"
                                + "saturated_fraction,distinct_unit_fraction,update_ratio,verdict,reason");
        assertThat(folder.resolve("layers.csv")).isNotEmptyFile();
        assertThat(folder.resolve("histograms.csv")).isNotEmptyFile();
        assertThat(folder.resolve("summary.csv")).as("ten updates rank nobody").doesNotExist();
        assertThat(folder.resolve("report.md"))
                .content()
                .contains("## Check", "-Dexec.args=check", "leaves the signal alive");
        Invocation report = Invocation.of("report", folder.toString());
        assertThat(report.out()).isEqualTo(check.out().substring(check.out().indexOf('\n') + 1));
    }

    @Test
    void whatIsWrongIsExitCodeTwo() {
        Invocation check = check("he_norml");
        assertThat(check.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(check.err()).contains("did you mean he_normal?");
        assertThat(out).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"he_normal", "glorot_uniform", "orthogonal(gain=1.4142135623730951)", "lsuv"})
    void whatIsToBeWrittenCompiles(String init) throws IOException {
        Matcher code = CODE.matcher(check(init).out());
        assertThat(code.find()).isTrue();
        String written = code.group(1) == null ? code.group(2) + ";" : "builder.weightInit(" + code.group(1) + ");";
        Path source = Files.writeString(
                out.resolve("Written.java"),
                "import org.deeplearning4j.nn.weights.WeightInit;\n"
                        + "import org.initbench.api.Initializers;\n"
                        + "class Written {\n"
                        + "  void write(org.deeplearning4j.nn.conf.NeuralNetConfiguration.Builder builder,\n"
                        + "      org.deeplearning4j.nn.multilayer.MultiLayerNetwork network,\n"
                        + "      org.nd4j.linalg.api.ndarray.INDArray features) {\n"
                        + "    " + written + "\n  }\n}\n");
        Compiled.into(out, source, ChildJvm.classPath());
    }

    private Invocation check(String inits) {
        return Invocation.of(
                "check", "--scenario=moons", "--inits=" + inits, "--out=" + out, "--run=one", "--workers=0");
    }
}
