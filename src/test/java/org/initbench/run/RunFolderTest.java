package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.result.Outcome;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.initbench.trial.Plan;
import org.initbench.trial.TrialRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents hours of training whose results mix with those of another run, have nowhere to go, or are made twice. */
class RunFolderTest {

    private static final Plan PLAN = Plans.of("separable", "training.epochs=1");
    private static final Plan OTHER = Plans.of("separable", "training.epochs=2");

    private final Path out;
    private final List<String> notes = new ArrayList<>();

    RunFolderTest(@TempDir Path out) {
        this.out = out;
    }

    @Test
    void aNewRunHasNoProblemAndMakesNoFolderYet() {
        assertThat(RunFolder.problem(out.resolve("not/there/yet"), "separable", "1"))
                .isEmpty();
        assertThat(RunFolder.problem(out.resolve("not/there/yet"), PLAN, "1")).isEmpty();
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void aRunThatIsUnderWayKeepsOthersOut() {
        try (RunFolder first = RunFolder.open(out, PLAN, "1")) {
            assertThat(RunFolder.problem(out, PLAN, "1")).hasValueSatisfying(problem -> assertThat(problem)
                    .contains(first.path().toString(), "in use by another process"));
            assertThatThrownBy(() -> RunFolder.open(out, PLAN, "1"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("in use by another process");
        }
        assertThat(RunFolder.problem(out, PLAN, "1")).isEmpty();
    }

    @Test
    void aRunOfAnotherStudyIsRefused() {
        RunFolder.open(out, PLAN, "1").close();
        assertThat(RunFolder.problem(out, OTHER, "1"))
                .hasValue("run: " + out.resolve("separable/1")
                        + " holds another study: training.epochs is 1 there and 2 here; give another id");
        assertThatThrownBy(() -> RunFolder.open(out, OTHER, "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds another study");
        assertThat(RunFolder.problem(out, PLAN, "1")).as("the lock is given up").isEmpty();
    }

    @Test
    void aStudyThatIsDamagedIsOneSentence() throws IOException {
        RunFolder.open(out, PLAN, "1").close();
        for (String content : List.of("", "[]", "{\"scenario\":\"separable\",\"study\":7}", "{\"scenario\":")) {
            Path study = Files.writeString(out.resolve("separable/1/study.json"), content);
            assertThat(RunFolder.problem(out, PLAN, "1"))
                    .hasValue(
                            "run: " + study + " is damaged, so that nothing tells what the run is of; give another id");
        }
    }

    @Test
    void aFolderThatIsNoRunIsRefusedByName() throws IOException {
        Path folder = Files.createDirectories(out.resolve("separable/1"));
        Files.createFile(folder.resolve("thesis.txt"));
        assertThat(RunFolder.problem(out, PLAN, "1"))
                .hasValueSatisfying(
                        problem -> assertThat(problem).startsWith("run: ").contains(folder.toString(), "another id"));
        assertThatThrownBy(() -> RunFolder.open(out, PLAN, "1")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.createFile(out.resolve("taken"));
        assertThat(RunFolder.problem(file, "separable", "1")).hasValue("out: cannot write to " + file);
        assertThatThrownBy(() -> RunFolder.open(file, PLAN, "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("out: cannot make the folder");
        Path run = Files.createDirectory(out.resolve("separable")).resolve("1");
        Files.createFile(run);
        assertThat(RunFolder.problem(out, "separable", "1")).hasValue("out: cannot write to " + run);
    }

    @Test
    void whatEndedIsNotPendingAnyMoreAndADamagedFileIs() throws IOException {
        TrialRunner runner = new TrialRunner(0);
        try (RunFolder folder = RunFolder.open(out, PLAN, "1")) {
            int all = PLAN.trials().size();
            assertThat(pending(folder)).hasSize(all);
            folder.trials().write(runner.run(PLAN.trials().get(1)));
            folder.trials().write(runner.run(PLAN.trials().get(2)));
            assertThat(pending(folder)).hasSize(all - 2).doesNotContain(1, 2);
            assertThat(notes).isEmpty();
            Files.writeString(file(folder, 2), "{\"version\":1,\"trial\":{");
            Files.copy(file(folder, 1), file(folder, 0));
            assertThat(pending(folder)).hasSize(all - 1).contains(0, 2);
            assertThat(notes)
                    .containsExactly(
                            "trial 0 (zeros, repetition 0): its file was damaged or changed; it is run again",
                            "trial 2 (zeros, repetition 2): its file was damaged or changed; it is run again");
        }
    }

    @Test
    void failedTrialsAreForgottenAndOthersAreNot() throws IOException {
        TrialResult first = new TrialRunner(0).run(PLAN.trials().get(0));
        TrialKey second = PLAN.trials().get(1).key();
        try (RunFolder folder = RunFolder.open(out, PLAN, "1")) {
            folder.trials().write(first);
            folder.trials().write(TrialResult.without(second, new Outcome.Failed("hung"), "", first.timing()));
            assertThat(pending(folder)).doesNotContain(0, 1);
            folder.forgetFailed(PLAN);
            assertThat(pending(folder)).contains(1).doesNotContain(0);
        }
    }

    private List<Integer> pending(RunFolder folder) throws IOException {
        return folder.pending(
                PLAN, IntStream.range(0, PLAN.trials().size()).boxed().toList(), notes::add);
    }

    private static Path file(RunFolder folder, int place) {
        return folder.trials().file(PLAN.trials().get(place).key());
    }

    @Test
    void aProcessThatWasKilledBeforeItWroteTheStudyKeepsNobodyOut() throws IOException {
        Path folder = Files.createDirectories(out.resolve("separable/1"));
        Files.createFile(folder.resolve(".lock"));
        Path left = Files.writeString(folder.resolve("study.json.4711.tmp"), "{");
        assertThat(RunFolder.problem(out, PLAN, "1")).isEmpty();
        RunFolder.open(out, PLAN, "1").close();
        assertThat(left).doesNotExist();
    }

    /** A file where the folder of trials is to be cannot be made one. */
    @Test
    void aFolderThatCannotBeBegunIsNotLeftLocked() throws IOException {
        RunFolder.open(out, PLAN, "1").close();
        Path trials = out.resolve("separable/1/trials");
        Files.delete(trials);
        Files.createFile(trials);
        assertThatThrownBy(() -> RunFolder.open(out, PLAN, "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("out: cannot make the folder");
        Files.delete(trials);
        RunFolder.open(out, PLAN, "1").close();
    }

    @Test
    void whatKilledProcessesLeftIsClearedAway() throws IOException {
        RunFolder.open(out, PLAN, "1").close();
        Path left = Files.createFile(out.resolve("separable/1/trials/0123.json.gz.4711.tmp"));
        RunFolder.open(out, PLAN, "1").close();
        assertThat(left).doesNotExist();
    }

    @Test
    void tablesHaveTheTrialsInTheOrderOfThePlanWhateverTheOrderTheyEndedIn() throws IOException {
        TrialRunner runner = new TrialRunner(0);
        try (RunFolder folder = RunFolder.open(out, PLAN, "1")) {
            for (int index = PLAN.trials().size() - 1; index >= 0; index--) {
                folder.trials().write(runner.run(PLAN.trials().get(index)));
            }
            folder.gather(PLAN, trial -> {});
            List<String> rows = Files.readAllLines(folder.path().resolve("trials.csv"));
            assertThat(rows).hasSize(PLAN.trials().size() + 1);
            for (int index = 0; index < PLAN.trials().size(); index++) {
                assertThat(rows.get(index + 1))
                        .contains(PLAN.trials().get(index).key().init());
            }
        }
    }

    @Test
    void aTrialWithoutAFileIsNotLeftOutInSilence() throws IOException {
        try (RunFolder folder = RunFolder.open(out, PLAN, "1")) {
            assertThatThrownBy(() -> folder.gather(PLAN, trial -> {}))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("missing or damaged");
            assertThat(folder.path().resolve("trials.csv")).doesNotExist();
        }
    }
}
