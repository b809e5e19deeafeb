package org.initbench.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Multiplies the trials of a run, as if each had been repeated more often: see {@code scripts/bench-size.sh}. */
public final class MadeUpTrials {

    private MadeUpTrials() {}

    /** The folder of a run, how many repetitions it has, and how many it shall have. */
    public static void main(String[] arguments) throws IOException {
        TrialFiles files = new TrialFiles(Path.of(arguments[0], "trials"));
        int there = Integer.parseInt(arguments[1]);
        int wanted = Integer.parseInt(arguments[2]);
        List<TrialResult> trials = new ArrayList<>();
        for (Path file : files.files()) {
            Optional<TrialResult> trial = files.readAny(file);
            trial.ifPresent(trials::add);
        }
        for (TrialResult trial : trials) {
            TrialKey key = trial.key();
            for (int repetition = key.repetition() + there; repetition < wanted; repetition += there) {
                TrialKey other =
                        new TrialKey(key.scenario(), key.variant(), key.init(), key.learningRate(), repetition);
                files.write(trial.withKey(other).keeping(new Kept(false, false, false, false)));
            }
        }
    }
}
