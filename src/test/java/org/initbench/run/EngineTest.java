package org.initbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.initbench.config.InvalidInputException;
import org.initbench.result.Outcome;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.run.Troublesome.Trouble;
import org.initbench.testing.Plans;
import org.initbench.trial.Plan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a trial that takes the run along, or whose ending is told wrongly. */
class EngineTest {

    private static final String ROWS = "a,label\n1,x\n2,y\n3,x\n4,y\n5,x\n6,y\n7,x\n8,y\n";

    private final Path folder;
    private final Notes notes = new Notes();

    EngineTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anExceptionFailsTheTrialAtOnce() throws Exception {
        List<TrialResult> trials = TroubledRun.always(folder, Trouble.THROWS).by(TroubledRun.workers(2), notes);
        assertThat(trials)
                .extracting(TrialResult::outcome)
                .containsExactly(
                        failed("IllegalStateException: out of luck"), failed("IllegalStateException: out of luck"));
        assertThat(notes.sentences()).isEmpty();
        assertThat(notes.finished()).hasSize(2);
    }

    @Tag("slow")
    @Test
    void aFullHeapFailsTheTrial() throws Exception {
        List<TrialResult> trials =
                TroubledRun.always(folder, Trouble.EXHAUSTS_HEAP).by(TroubledRun.workers(1), notes);
        assertThat(trials).extracting(TrialResult::outcome).containsOnly(failed("OutOfMemoryError: Java heap space"));
    }

    @Test
    void aLossThatIsNoNumberIsDivergence() throws Exception {
        assertThat(TroubledRun.always(folder, Trouble.IS_NAN).by(TroubledRun.workers(1), notes))
                .extracting(trial -> trial.outcome().status())
                .containsOnly("diverged");
    }

    @Tag("slow")
    @Test
    void aTrialThatHangsIsStoppedTwiceAndThenFailed() throws Exception {
        WorkerSettings impatient = new WorkerSettings(2, 1L << 30, Duration.ofSeconds(1), false);
        TroubledRun run = TroubledRun.always(folder, Trouble.HANGS);
        assertThat(run.by(impatient, notes))
                .extracting(TrialResult::outcome)
                .containsOnly(failed("no result within 1 s (worker.limit); --retry-failed runs it again"));
        assertThat(notes.sentences()).contains("trial-00000 is tried once more: no result within 1 s (worker.limit)");
        assertNoWorkerIsLeft();
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "IS_KILLED,the worker process ended with exit code 137 (signal 9)",
        "CRASHES,native code crashed (SIGSEGV)",
        "EXITS,the worker process ended with exit code 3",
        "EXITS_LIKE_CTRL_C,the worker process ended with exit code 130 (signal 2)",
    })
    void aTrialThatCostsTwoWorkersIsFailedForAStableReason(Trouble trouble, String reason) throws Exception {
        TroubledRun run = TroubledRun.alone(folder, trouble);
        List<TrialResult> trials = run.by(TroubledRun.workers(1), notes);
        assertThat(trials).extracting(TrialResult::outcome).containsOnly(failed(reason));
        assertThat(notes.sentences())
                .containsExactly("trial-00000 is tried once more: " + reason, "manifest is tried once more: " + reason);
        assertThat(run.logs())
                .contains("trial-00000-attempt-1.log", "trial-00000-attempt-2.log")
                .allMatch(log -> log.contains("-attempt-"));
        assertThat(Files.readString(Manifest.in(run.run()))).contains("\"unavailable\" : \"" + reason);
        assertNoWorkerIsLeft();
    }

    @Tag("slow")
    @Test
    void aTrialThatTakesTooMuchMemoryIsFailedAndItsLimitNamed() throws Exception {
        List<TrialResult> trials =
                TroubledRun.alone(folder, Trouble.EXHAUSTS_MEMORY).by(TroubledRun.workers(1), notes);
        assertThat(trials)
                .extracting(TrialResult::outcome)
                .containsOnly(failed(
                        "the worker process took too much memory (worker.memory); --retry-failed runs it again"));
        assertNoWorkerIsLeft();
    }

    @Tag("slow")
    @Test
    void aWorkerThatClosesItsOutputIsNotWaitedForForEver() throws Exception {
        TroubledRun run = TroubledRun.once(folder, Trouble.CLOSES_OUTPUT);
        assertThat(run.by(TroubledRun.workers(1), notes))
                .extracting(TrialResult::outcome)
                .containsOnly(new Outcome.Completed());
        assertThat(notes.sentences())
                .containsExactly("trial-00000 is tried once more: the worker process closed its output and went on");
    }

    @Test
    void aCrashLeavesWhatTheJvmSaysOfIt() throws Exception {
        TroubledRun run = TroubledRun.once(folder, Trouble.CRASHES);
        run.by(TroubledRun.workers(1), notes);
        assertThat(run.run().resolve("logs/trial-00000-attempt-1.log"))
                .content()
                .contains("SIGSEGV");
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = {"IS_KILLED", "CRASHES", "EXITS"})
    void aWorkerLostOnceCostsNothingButAnAttempt(Trouble trouble, @TempDir Path quiet) throws Exception {
        TroubledRun run = TroubledRun.once(folder, trouble);
        run.by(TroubledRun.workers(2), notes);
        TroubledRun untroubled = TroubledRun.once(quiet, Trouble.NONE);
        untroubled.by(TroubledRun.workers(0), new Notes());
        assertThat(notes.sentences()).hasSize(1).first().asString().contains("is tried once more");
        for (String table : List.of("trials.csv", "curves.csv", "weights.csv")) {
            assertThat(run.run().resolve(table))
                    .hasSameBinaryContentAs(untroubled.run().resolve(table));
        }
    }

    @Test
    void garbageOnStandardOutputIsReportedAndKeptOffTheReplies() throws Exception {
        List<TrialResult> trials =
                TroubledRun.always(folder, Trouble.PRINTS_GARBAGE).by(TroubledRun.workers(1), notes);
        assertThat(trials).extracting(TrialResult::outcome).containsOnly(new Outcome.Completed());
        assertThat(notes.sentences()).containsExactly("worker 1 wrote what is no reply, such as: {\"type\":\"fini ");
    }

    /** Each worker reports the first line of its garbage, so that reports count workers. */
    @Tag("slow")
    @Test
    void aWorkerAboveTheMemoryLimitIsReplacedAfterItsTrial() throws Exception {
        WorkerSettings tight = new WorkerSettings(1, 1, Duration.ofMinutes(5), false);
        List<TrialResult> trials =
                TroubledRun.always(folder, Trouble.PRINTS_GARBAGE).by(tight, notes);
        assertThat(trials).extracting(TrialResult::outcome).containsOnly(new Outcome.Completed());
        assertThat(trials).allMatch(trial -> trial.timing().memory() > 1);
        assertThat(notes.sentences())
                .as("one worker a trial, and one for the manifest")
                .hasSize(3);
    }

    @Test
    void aReplyThatWasNotAskedForIsReportedAndNotObeyed() throws Exception {
        List<TrialResult> trials =
                TroubledRun.always(folder, Trouble.PRINTS_REPLIES).by(TroubledRun.workers(1), notes);
        assertThat(trials).extracting(TrialResult::outcome).containsOnly(new Outcome.Completed());
        assertThat(notes.finished()).hasSize(2).doesNotHaveDuplicates();
        assertThat(notes.sentences())
                .contains("worker 1 wrote what is no reply, such as: {\"type\":\"obey\"}")
                .anySatisfy(
                        note -> assertThat(note).startsWith("worker 1 replied what was not asked: Finished[trial=7"));
    }

    /** Whatever a worker that refuses would be waited for: three minutes at the start, an hour for a trial. */
    @Test
    @Timeout(120)
    void aWorkerThatFindsOtherDataThanTheRunWasBegunWithEndsItAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("points.csv"), ROWS);
        Plan plan = Plans.of("classification", "data.source=csv,data.file=" + file);
        try (RunFolder run = RunFolder.open(folder, plan, "1")) {
            append(file, "9,x\n");
            assertThatThrownBy(() -> Outcomes.run(plan, run, TroubledRun.workers(2), notes))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageMatching(
                            "worker [12]: the run was begun with data\\." + file + " [0-9a-f]{64}, and here it is "
                                    + "[0-9a-f]{64}; bring back the data that it was begun with or give another id");
            assertThat(run.trials().files()).isEmpty();
        }
        assertNoWorkerIsLeft();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void dataThatChangeInTheMiddleEndTheRunAndWhatWasFinishedStays(int workers) throws Exception {
        Path file = Files.writeString(folder.resolve("points.csv"), ROWS);
        Plan plan = Plans.of("classification", "data.source=csv,data.file=" + file);
        Notes changing = new Notes() {
            @Override
            public void finished(TrialKey trial, String status) {
                super.finished(trial, status);
                append(file, "9,x\n");
            }
        };
        try (RunFolder run = RunFolder.open(folder, plan, "1")) {
            assertThatThrownBy(() -> Outcomes.run(plan, run, TroubledRun.workers(workers), changing))
                    .isInstanceOf(RunStoppedException.class)
                    .hasMessageStartingWith("trial-00001 is refused: the run was begun with data." + file)
                    .hasMessageEndingWith(
                            "finished trials are kept, and the same command with -Drun=1 goes on from there");
            assertThat(run.trials().files()).hasSize(1);
        }
    }

    private static void append(Path file, String row) {
        try {
            Files.writeString(file, row, StandardOpenOption.APPEND);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    @Test
    void theLogsOfWorkersThatEndedWellAreNotKept() throws Exception {
        TroubledRun run = TroubledRun.always(folder, Trouble.NONE);
        run.by(TroubledRun.workers(2), notes);
        assertThat(run.run().resolve("logs")).doesNotExist();
        assertThat(run.run().resolve("trials")).isDirectoryContaining("glob:**/*.json.gz");
        assertNoWorkerIsLeft();
    }

    private static Outcome failed(String reason) {
        return new Outcome.Failed(reason);
    }

    private static void assertNoWorkerIsLeft() {
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }
}
