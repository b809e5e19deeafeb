package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.initbench.result.Outcome;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents a network that can be read from failing in its check: in native code, in a probe, or for want of labels that fit. */
@Tag("slow")
class CheckedStrangersTest {

    private static final Path FOLDER = Path.of("..", "shared", "networks");
    private static final int LOADS = 11;

    /** Cannot run, or not yet be measured. */
    private static final Set<String> NOT_CHECKED = Set.of("dl4j-080-conv.zip", "dl4j-080-graph-lstm.zip");

    static Stream<Path> readable() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.empty();
        }
        return Files.readAllLines(FOLDER.resolve("manifest.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields[LOADS].contains("yes") && !NOT_CHECKED.contains(fields[0]))
                .map(fields -> FOLDER.resolve(fields[0]));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("readable")
    void aNetworkThatCanBeReadIsChecked(Path file) {
        Plan plan = Plans.check(
                new StudyRequest(null, null, file, false, Map.of("repetitions", "1"), "", "glorot_uniform"));
        TrialResult result = new TrialRunner(0).run(plan.trials().get(0));

        assertThat(result.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(result.layers()).isNotEmpty();
    }
}
