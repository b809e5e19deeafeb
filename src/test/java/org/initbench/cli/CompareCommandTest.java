package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.initbench.result.Outcome;
import org.initbench.result.RunFileNames;
import org.initbench.result.Scores;
import org.initbench.result.StudyFile;
import org.initbench.result.TrialFiles;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against ranks and differences other than those that were planted, and against comparing what cannot be compared. */
class CompareCommandTest {

    private static final List<String> INITS = List.of("zeros", "he_normal", "lsuv");
    private static final int REPETITIONS = 4;

    @TempDir
    private Path out;

    /** Better from the first to the last, by little noise that differs between repetitions. */
    private static double planted(String init, int repetition) {
        return 0.5 + 0.1 * INITS.indexOf(init) + 0.001 * repetition;
    }

    private static ObjectNode study(String metric, int batchSize) {
        ObjectNode study = JsonNodeFactory.instance.objectNode();
        study.put("title", "Made up");
        study.putObject("training").put("batchSize", batchSize);
        study.put("seed", 1);
        study.putObject("target").put("metric", metric);
        return study;
    }

    private Path run(String scenario, String id, ObjectNode study, Stream<TrialResult> trials) throws IOException {
        Path folder = out.resolve(scenario).resolve(id);
        Path files = Files.createDirectories(folder.resolve(RunFileNames.TRIALS));
        new StudyFile(scenario, study, null, null).write(folder);
        for (TrialResult trial : trials.toList()) {
            new TrialFiles(files).write(trial);
        }
        return folder;
    }

    private static Stream<TrialResult> trials(
            String scenario, String variant, List<String> inits, ToDoubleBiFunction<String, Integer> accuracy) {
        List<TrialResult> trials = new ArrayList<>();
        for (String init : inits) {
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                double value = accuracy.applyAsDouble(init, repetition);
                Scores scores = new Scores(1 - value, value);
                TrialKey key = new TrialKey(scenario, variant, init, 0.1, repetition);
                trials.add(Trials.completed(key, scores, scores, null));
            }
        }
        return trials.stream();
    }

    private void planted(String scenario) throws IOException {
        run(scenario, "a", study("test_accuracy", 32), trials(scenario, "", INITS, CompareCommandTest::planted));
    }

    private Invocation compare(String... arguments) {
        return Invocation.of(
                Stream.of(Stream.of("compare"), Stream.of(arguments), Stream.of("--out=" + out, "--run=together"))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private List<String> table(String name) throws IOException {
        return Files.readAllLines(out.resolve("compare/together").resolve(name));
    }

    @Test
    void initializersAreRankedOverStudies() throws IOException {
        for (String scenario : List.of("one", "two", "three", "four", "five")) {
            planted(scenario);
        }
        Invocation compared = compare("one/a", "two/a", "three/a", "four/a", "five/a");
        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.OK);
        // χ² = 10, F is infinite; q·√(3·4/(6·5)) = 2.3437·0.63246 = 1.4823, so that neighbours cannot be told apart.
        assertThat(compared.out())
                .contains("Over 5 data sets, the initializers differ by test accuracy (Friedman's test, p < 0.001)")
                .endsWith(": zeros (3) ranks behind lsuv (1), and he_normal (2) cannot be told apart from it."
                        + System.lineSeparator());
        assertThat(table("ranks.csv").get(1))
                .startsWith("lsuv,test_accuracy,5,3,1.0,10.0,")
                .contains(",Infinity,0.0,");
        assertThat(table("ranks.csv").get(2))
                .startsWith("he_normal,test_accuracy,5,3,2.0,")
                .contains(",1 2,0.0,");
        assertThat(table("ranks.csv").get(3)).startsWith("zeros,test_accuracy,5,3,3.0,");
        assertThat(table("compare.csv")).hasSize(1 + 5 * INITS.size());
        assertThat(out.resolve("compare/together/plots/critical-difference.png"))
                .isNotEmptyFile();
        assertThat(out.resolve("compare/together/plots/performance-profiles.png"))
                .isNotEmptyFile();
        assertThat(out.resolve("compare/together/compare.html"))
                .content()
                .contains("he_normal (2) cannot be told apart from it.");
    }

    @Test
    void twoDataSetsThatAgreeShowNothing() throws IOException {
        planted("one");
        planted("two");
        assertThat(compare("one/a", "two/a").out())
                .contains("Over 2 data sets, no difference between 3 initializers by test accuracy can be shown");
    }

    @Test
    void aChangedSettingIsTestedWithinRepetitions() throws IOException {
        planted("one");
        // Far more noise than difference between repetitions, and none within.
        run(
                "one",
                "b",
                study("test_accuracy", 64),
                trials(
                        "one",
                        "",
                        INITS,
                        (init, repetition) ->
                                planted(init, repetition) + (init.equals("lsuv") ? 0.0005 + 1e-5 * repetition : 0)));
        Invocation compared = compare("one/a", "one/b");
        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.OK);
        assertThat(compared.out())
                .contains("Of 3 paired differences where one setting was changed, 1 is significant at 5 %")
                .contains("Some of the data sets are of one study");
        List<String> changed = table("compare.csv").stream()
                .filter(line -> line.contains("one/a,\"training.batchSize: 64, not 32\",4,"))
                .toList();
        assertThat(changed).hasSize(3);
        assertThat(changed).allMatch(line -> line.startsWith("one,b,base,"));
        assertThat(changed)
                .filteredOn(line -> line.contains(",zeros,"))
                .first()
                .asString()
                .endsWith(",1.0,1.0");
    }

    @Test
    void variantsOfAGridAreDataSetsAndAreHeldAgainstTheFirst() throws IOException {
        ObjectNode study = study("test_accuracy", 32);
        study.putObject("grid").putArray("training.batchSize").add(32).add(64).add(128);
        run(
                "one",
                "grid",
                study,
                Stream.of("32", "64", "128")
                        .flatMap(size ->
                                trials("one", "training.batchSize=" + size, INITS, CompareCommandTest::planted)));
        Invocation compared = compare("one/grid");
        assertThat(compared.exitCode()).as(compared.err()).isEqualTo(ExitCode.OK);
        assertThat(compared.out()).contains("Over 3 data sets, the initializers differ");
        assertThat(table("compare.csv"))
                .filteredOn(line -> line.contains("one/grid training.batchSize=32,"))
                .hasSize(2 * INITS.size());
    }

    @Test
    void whoDivergesRanksLastAndWhoIsNotEverywhereIsLeftOut() throws IOException {
        planted("one");
        TrialResult lost = Trials.of(
                new TrialKey("two", "", "lsuv", 0.1, REPETITIONS),
                new Outcome.Diverged("the loss became NaN"),
                Scores.NONE,
                Scores.NONE,
                null,
                List.of());
        run(
                "two",
                "a",
                study("test_accuracy", 32),
                Stream.concat(
                        trials("two", "", List.of("he_normal", "lsuv", "orthogonal"), (init, repetition) -> 0.5),
                        Stream.of(lost)));
        Invocation compared = compare("one/a", "two/a");
        assertThat(compared.out())
                .contains("zeros and orthogonal are not ranked")
                .contains("An initializer ranks last on a data set where a repetition diverged: lsuv.");
        assertThat(table("ranks.csv").get(1)).contains(",1.5,");
        assertThat(table("ranks.csv").get(2)).contains(",1.5,");
    }

    @Test
    void allThatCannotBeComparedIsSaidAtOnce() throws IOException {
        planted("one");
        assertThat(compare("one/a").err())
                .isEqualTo(
                        "initbench: compare: initializers are ranked over two data sets at least, and there is one/a "
                                + "alone; give more runs, or one of a study with a grid" + System.lineSeparator());
        run("two", "a", study("test_loss", 32), trials("two", "", List.of("xavier"), (init, repetition) -> 0.5));
        assertThat(compare("one/a", "two/a").err())
                .contains("judged by different metrics, one/a by test_accuracy and two/a by test_loss; "
                        + "--metric=test_accuracy names one for all");
        assertThat(compare("one/a", "two/a", "--metric=test_loss").err())
                .contains("one/a and two/a have no initializer in common, and two are needed");
        assertThat(compare("one/a", "one/a").err())
                .contains("are the same study with the same settings; give one of them");
        ObjectNode check = study("test_accuracy", 32);
        check.put("check", true);
        run("three", "a", check, trials("three", "", INITS, CompareCommandTest::planted));
        Invocation many = compare("one/a", "three/a", "two/a");
        assertThat(many.err())
                .contains("2 problems")
                .contains("three/a is a check, whose few updates say nothing")
                .contains("judged by different metrics");
        assertThat(many.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        Invocation none = Invocation.of("compare", "nowhere", "--metric=loss", "--run=a/b", "--out=" + out);
        assertThat(none.err())
                .contains("3 problems", "nowhere is not the folder of a run", "metric: loss is not known", "run: a/b");
        assertThat(none.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(out.resolve("compare")).doesNotExist();
    }
}
