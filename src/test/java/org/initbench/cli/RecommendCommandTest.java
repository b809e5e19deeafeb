package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initbench.testing.SmallNetwork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against recommendations that say more than was found, and against runs that come out otherwise the second time. */
class RecommendCommandTest {

    static final List<String> TABLES = List.of(
            "race.csv",
            "recommendation.json",
            "trials.csv",
            "summary.csv",
            "comparisons.csv",
            "rates.csv",
            "check.csv",
            "curves.csv",
            "layers.csv",
            "tuning/trials.csv",
            "check/layers.csv");

    @TempDir
    private Path out;

    @Test
    void whoCannotLearnIsLeftOutAndTheOthersRace() throws IOException {
        Invocation recommend = moons("one", "zeros,he_normal,normal(std=1e5),lsuv", 50);
        assertThat(recommend.exitCode()).as(recommend.err()).isEqualTo(ExitCode.OK);
        assertThat(lines("one", "race.csv"))
                .startsWith(
                        "round,init,learning_rate,repetitions,mean,mean_rank,p_value,state", "0,zeros,,0,,,,symmetric")
                .anyMatch(line -> line.matches("0,normal\\(std=100000\\),,0,,,,\\w+"))
                .anyMatch(line -> line.matches("6,he_normal,.*,6,.*"));
        JsonNode json = json("one");
        assertThat(json.path("best").asText()).isIn("he_normal", "lsuv");
        assertThat(json.path("trials").asInt()).isBetween(12 + 20 + 10, 50);
        assertThat(json.path("learning_rate").asDouble()).isIn(0.01, 0.00333, 0.03, 0.00111, 0.09);
        assertThat(json.path("code").asText())
                .isIn("WeightInit.RELU", "Initializers.of(\"lsuv\").seed(42).batch(features).apply(network)");
        String sentence = json.path("sentence").asText();
        assertThat(recommend.out().strip()).endsWith(sentence);
        assertThat(folder("one").resolve("report.md"))
                .content()
                .contains(
                        sentence,
                        "zeros was left out by the check, symmetric",
                        "## Race",
                        "## Learning rates",
                        "race.png",
                        "-Dexec.args=recommend",
                        "-Dtrials=50");
        assertThat(folder("one").resolve("report.html")).content().contains("data:image/png;base64,");
        Invocation report = Invocation.of("report", folder("one").toString());
        assertThat(report.out())
                .isEqualTo(recommend.out().substring(recommend.out().indexOf('\n') + 1));
        assertThat(lines("one", "summary.csv")).anyMatch(line -> line.startsWith("moons,base,lsuv,0.0"));
        Invocation anew = Invocation.of("report", folder("one").toString(), "--metric=train_loss");
        assertThat(anew.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(anew.err())
                .contains(
                        "went by test_accuracy, and cannot be run anew here; recommend with --set=target.metric=train_loss");
    }

    @Tag("slow")
    @Test
    void theNumberOfWorkersMakesNoDifference() {
        moons("here", "zeros,he_normal,lsuv", 50);
        Invocation workers = moons("other", "zeros,he_normal,lsuv", 50, "--workers=2");
        assertThat(workers.exitCode()).as(workers.err()).isEqualTo(ExitCode.OK);
        expectTheSame();
    }

    @Tag("slow")
    @Test
    void withMoreToSpendItGoesOnAndComesToTheSameAsAtOnce() {
        moons("here", "zeros,he_normal,lsuv", 60);
        moons("other", "zeros,he_normal,lsuv", 40);
        Invocation longer = moons("other", "zeros,he_normal,lsuv", 60);
        assertThat(longer.err()).contains("trials are there from before");
        expectTheSame();
    }

    private void expectTheSame() {
        for (String table : TABLES) {
            assertThat(folder("other").resolve(table))
                    .as(table)
                    .hasSameBinaryContentAs(folder("here").resolve(table));
        }
    }

    @Test
    void whereNobodyCanLearnNobodyIsRecommended() throws IOException {
        Invocation recommend = moons("one", "zeros,ones", 50);
        assertThat(recommend.exitCode()).as(recommend.err()).isEqualTo(ExitCode.OK);
        assertThat(json("one").path("best").isNull()).isTrue();
        assertThat(recommend.out()).contains("No initializer can be expected to learn: the check found 2 symmetric.");
        assertThat(folder("one").resolve("report.html")).isNotEmptyFile();
        assertThat(Invocation.of("report", folder("one").toString()).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aNetworkThatCannotBeTrainedIsChecked() throws IOException {
        Invocation recommend = Invocation.of(
                "recommend", "--network=" + SmallNetwork.network(out), "--out=" + out, "--run=one", "--workers=0");
        assertThat(recommend.exitCode()).as(recommend.err()).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper()
                .readTree(out.resolve("net/one/recommendation.json").toFile());
        assertThat(json.path("best").isNull()).isTrue();
        assertThat(json.path("decided").asBoolean()).isFalse();
        assertThat(recommend.out())
                .contains(
                        "Nothing was trained, so that nothing can be recommended: there are no data", "By the check: ");
        assertThat(Invocation.of("report", out.resolve("net/one").toString()).exitCode())
                .isEqualTo(ExitCode.OK);
    }

    /** The rates of the file are multiplied, and a fifth of the rows is held out. */
    @Test
    void aNetworkFileIsTrainedAtMultiplesOfItsOwnRate() throws IOException {
        Invocation recommend = Invocation.of(
                "recommend",
                "--network=" + SmallNetwork.network(out),
                "--set=data.source=csv,data.file=" + SmallNetwork.table(out) + ",data.label=kind,training.epochs=2",
                "--inits=he_normal,glorot_normal",
                "--trials=40",
                "--out=" + out,
                "--run=one",
                "--workers=0");
        assertThat(recommend.exitCode()).as(recommend.err()).isEqualTo(ExitCode.OK);
        List<String> trials = Files.readAllLines(out.resolve("net/one/tuning/trials.csv"));
        assertThat(trials).hasSize(1 + 2 * 5 * 2);
        assertThat(trials.stream().skip(1).map(line -> line.split(",", -1)[3]).distinct())
                .containsExactlyInAnyOrder("0.01", "0.00333", "0.03", "0.00111", "0.09");
        assertThat(trials.stream().skip(1).map(line -> line.split(",", -1)[12]).distinct())
                .as("losses at different rates differ")
                .hasSizeGreaterThan(10);
    }

    @Test
    void whatIsWrongIsExitCodeTwoAndToldAtOnce() {
        Invocation recommend =
                moons("one", "he_norml", 5, "--rounds=4", "--indifference=2", "--budget=soon", "--repetitions=3");
        assertThat(recommend.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(recommend.err())
                .contains("did you mean he_normal?", "rounds: 4", "indifference: 2", "budget: soon", "repetitions: ");
        assertThat(moons("one", "he_normal,lsuv", 5).err())
                .contains("trials: 5 are not enough, as the check alone takes 6");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void runAndRecommendDoNotMix() {
        moons("one", "he_normal,lsuv", 8);
        Invocation run = Invocation.of("run", "--scenario=moons", "--out=" + out, "--run=one");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(run.err()).contains("holds another study");
    }

    /** A budget of time ends where it ends, and says where. */
    @Test
    void aBudgetOfTimeIsKept() throws IOException {
        Invocation recommend = Invocation.of(
                "recommend",
                "--scenario=moons",
                "--set=training.iterations=20",
                "--inits=he_normal,lsuv",
                "--budget=1s",
                "--out=" + out,
                "--run=one",
                "--workers=0");
        assertThat(recommend.exitCode()).as(recommend.err()).isEqualTo(ExitCode.OK);
        assertThat(recommend.out()).contains("at most 1s and 20 rounds");
        assertThat(json("one").path("trials").asInt()).isPositive();
    }

    private Invocation moons(String run, String inits, int trials, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "recommend",
                "--scenario=moons",
                "--set=training.iterations=20,curves.every=10",
                "--inits=" + inits,
                "--trials=" + trials,
                "--out=" + out,
                "--run=" + run));
        command.addAll(Arrays.asList(more));
        if (command.stream().noneMatch(word -> word.startsWith("--workers"))) {
            command.add("--workers=0");
        }
        return Invocation.of(command.toArray(String[]::new));
    }

    private Path folder(String run) {
        return out.resolve("moons").resolve(run);
    }

    private List<String> lines(String run, String table) throws IOException {
        return Files.readAllLines(folder(run).resolve(table));
    }

    private JsonNode json(String run) throws IOException {
        return new ObjectMapper()
                .readTree(folder(run).resolve("recommendation.json").toFile());
    }
}
