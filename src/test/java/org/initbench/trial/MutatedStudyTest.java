package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
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

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

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
                Plan plan = Plans.of(new StudyRequest(null, file, null, false, Map.of(), "", null));
                Plan again = Plans.again(plan);
                assertThat(again.trials().stream().map(Trial::key).toList())
                        .isEqualTo(plan.trials().stream().map(Trial::key).toList());
                assertThat(again.resolved()).isEqualTo(plan.resolved());
                assertKept(YAML.readTree(damaged), plan.resolved(), "");
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

    /** Whatever the file gives is in the plan: nothing is passed over, and nothing taken for something else. */
    private static void assertKept(JsonNode given, JsonNode resolved, String path) {
        if (!given.isObject()) {
            JsonNode kept = resolved.isObject() ? resolved.path("name") : resolved;
            assertThat(kept.equals(MutatedStudyTest::compare, given))
                    .as(path + ": " + given + ", " + kept)
                    .isTrue();
            return;
        }
        given.properties().stream()
                .filter(field -> !field.getKey().equals("quick"))
                .forEach(field ->
                        assertKept(field.getValue(), resolved.path(field.getKey()), path + "." + field.getKey()));
    }

    private static int compare(JsonNode one, JsonNode other) {
        boolean areNumbers = one.isNumber() && other.isNumber();
        boolean isSame = areNumbers ? one.doubleValue() == other.doubleValue() : one.equals(other);
        return isSame ? 0 : 1;
    }
}
