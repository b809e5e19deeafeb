package org.initbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.initbench.trial.Plan;
import org.initbench.trial.StudyRequest;

/** A run of {@link Troublesome}: these initializers, so many repetitions. */
record TroubledRun(Path folder, Troublesome.Trouble trouble, String once, List<String> initializers, int repetitions) {

    private static final List<String> BOTH = List.of("zeros", "normal(1)");

    /** A worker is ended at 1 GiB, the least that it is ended at. */
    private static final long MEMORY = 512L << 20;

    static TroubledRun always(Path folder, Troublesome.Trouble trouble) {
        return new TroubledRun(folder, trouble, "", BOTH, 1);
    }

    /** A single trial, where each costs several workers. */
    static TroubledRun alone(Path folder, Troublesome.Trouble trouble) {
        return new TroubledRun(folder, trouble, "", List.of("zeros"), 1);
    }

    static TroubledRun once(Path folder, Troublesome.Trouble trouble) {
        return new TroubledRun(folder, trouble, folder.resolve("done").toString(), BOTH, 2);
    }

    static WorkerSettings workers(int count) {
        return new WorkerSettings(count, MEMORY, Duration.ofMinutes(5), true);
    }

    Plan plan() throws IOException {
        String yaml =
                """
                scenario: org.initbench.run.Troublesome
                initializers: %s
                data: {trouble: %s, once: '%s'}
                training: {learningRate: 0.1, iterations: 3}
                curves: {every: 1}
                repetitions: %d
                target: {metric: train_loss}
                """
                        .formatted(initializers, trouble, once, repetitions);
        Path file = Files.writeString(folder.resolve("trouble.yaml"), yaml);
        return Plans.of(new StudyRequest(null, file, null, false, Map.of(), "", null));
    }

    Path run() {
        return folder.resolve("trouble").resolve("1");
    }

    List<TrialResult> by(WorkerSettings settings, Notes notes) throws IOException, InterruptedException {
        Plan plan = plan();
        try (RunFolder run = RunFolder.open(folder, plan, "1")) {
            return Outcomes.of(plan, run, settings, notes);
        }
    }

    /** The names of the logs that stayed. */
    List<String> logs() {
        return List.of(
                Optional.ofNullable(run().resolve("logs").toFile().list()).orElse(new String[0]));
    }
}
