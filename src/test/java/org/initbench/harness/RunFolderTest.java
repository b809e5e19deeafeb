package org.initbench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initbench.config.InvalidInputException;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents hours of training whose results mix with those of another run, have nowhere to go, or are made twice. */
class RunFolderTest {

    private static final Plan PLAN = Plans.of("separable", "training.epochs=1");
    private static final Plan OTHER = Plans.of("separable", "training.epochs=2");

    private final Path out;

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
                .hasValueSatisfying(problem -> assertThat(problem).contains("holds another study"));
        assertThatThrownBy(() -> RunFolder.open(out, OTHER, "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds another study");
        assertThat(RunFolder.problem(out, PLAN, "1")).as("the lock is given up").isEmpty();
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
            assertThat(folder.pending(PLAN)).hasSize(all);
            folder.trials().write(1, runner.run(PLAN.trials().get(1)));
            folder.trials().write(2, runner.run(PLAN.trials().get(2)));
            assertThat(folder.pending(PLAN)).hasSize(all - 2).doesNotContain(1, 2);
            Files.writeString(folder.trials().file(2), "{\"version\":1,\"trial\":{");
            assertThat(folder.pending(PLAN)).hasSize(all - 1).contains(2);
            folder.trials().write(0, runner.run(PLAN.trials().get(1)));
            assertThat(folder.pending(PLAN)).as("a trial in another's place").contains(0);
        }
    }

    @Test
    void whatKilledProcessesLeftIsClearedAway() throws IOException {
        RunFolder.open(out, PLAN, "1").close();
        Path left = Files.createFile(out.resolve("separable/1/trials/00000.json.4711.tmp"));
        RunFolder.open(out, PLAN, "1").close();
        assertThat(left).doesNotExist();
    }

    @Test
    void tablesHaveTheTrialsInTheOrderOfThePlanWhateverTheOrderTheyEndedIn() throws IOException {
        TrialRunner runner = new TrialRunner(0);
        try (RunFolder folder = RunFolder.open(out, PLAN, "1")) {
            for (int index = PLAN.trials().size() - 1; index >= 0; index--) {
                folder.trials().write(index, runner.run(PLAN.trials().get(index)));
            }
            folder.gather(PLAN);
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
            assertThatThrownBy(() -> folder.gather(PLAN))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("missing or damaged");
            assertThat(folder.path().resolve("trials.csv")).doesNotExist();
        }
    }
}
