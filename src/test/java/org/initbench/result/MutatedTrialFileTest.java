package org.initbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.initbench.testing.Mutations;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents a trial's file that is damaged anywhere from ending a run or a report: it is a trial that can be named, or none. */
class MutatedTrialFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFewDamagedFilesAreTrialsOrNone() throws IOException {
        files(Mutations.FEW);
    }

    @Tag("slow")
    @Test
    void manyDamagedFilesAreTrialsOrNone() throws IOException {
        files(Mutations.MANY);
    }

    private void files(int count) throws IOException {
        TrialFiles files = new TrialFiles(folder);
        TrialResult trial = Trials.withCurve(
                Trials.key("normal(std=0.01)", 2), new CurvePoint(10, 1, 0.1, new Scores(0.5, 0.75), Scores.NONE));
        files.write(trial);
        Path file = files.file(trial.key());
        byte[] original = Files.readAllBytes(file);
        for (byte[] damaged : (Iterable<byte[]>) Mutations.of(original, 5, count)::iterator) {
            Files.write(file, damaged);
            Optional<TrialResult> read;
            try {
                read = files.read(trial.key());
            } catch (RuntimeException unclean) {
                throw new AssertionError(
                        "neither a trial nor none:\n" + new String(damaged, StandardCharsets.UTF_8), unclean);
            }
            read.ifPresent(kept -> assertThat(kept).isEqualTo(trial));
            assertThat(folder.toFile().list()).containsExactly(String.valueOf(file.getFileName()));
        }
    }
}
