package org.initbench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.initbench.config.InvalidInputException;
import org.initbench.testing.Mutations;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents a study that is damaged anywhere from ending in a stack trace, or in another plan than a worker makes of it. */
class MutatedStudyTest {

    @TempDir
    private Path folder;

    @Test
    void aFewDamagedStudiesAreRefusedOrPlannedAsTheyAre() throws IOException {
        studies(Mutations.FEW);
    }

    @Tag("slow")
    @Test
    void manyDamagedStudiesAreRefusedOrPlannedAsTheyAre() throws IOException {
        studies(Mutations.MANY);
    }

    private void studies(int count) throws IOException {
        byte[] original = Files.readAllBytes(Path.of("configs", "moons.yaml"));
        Path file = folder.resolve("damaged.yaml");
        for (byte[] damaged : (Iterable<byte[]>) Mutations.of(original, 4, count)::iterator) {
            Files.write(file, damaged);
            try {
                Plan plan = Plans.of(new StudyRequest(null, file, false, Map.of(), "", null));
                Plan again = Plans.again(plan);
                assertThat(again.trials().stream().map(Trial::key).toList())
                        .isEqualTo(plan.trials().stream().map(Trial::key).toList());
                assertThat(again.resolved()).isEqualTo(plan.resolved());
            } catch (InvalidInputException refused) {
                assertThat(refused.problems()).isNotEmpty().noneMatch(String::isBlank);
            } catch (RuntimeException unclean) {
                throw new AssertionError("not refused:\n" + Files.readString(file), unclean);
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
