package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a tutorial that cannot be followed, or that comes to something else than it says. */
class TutorialTest {

    @TempDir
    private Path work;

    @Test
    @Tag("slow")
    void thePageCanBeFollowedAsItStands() throws Exception {
        List<Invocation> commands = Tutorial.run(work, List.of("--workers=0"));
        assertThat(commands).hasSize(3).allSatisfy(command -> assertThat(command.exitCode())
                .as(command.err())
                .isEqualTo(ExitCode.OK));
        assertThat(commands.get(0).out())
                .contains("dl4j(constant=XAVIER) is vanishing")
                .containsPattern("he_normal .* fine")
                .contains("leave the signal alive");
        assertThat(commands.get(1).out()).contains("WeightInit.RELU", "he_normal");
        assertThat(commands.get(2).out())
                .containsPattern("dl4j\\(constant=XAVIER\\) +dead")
                .containsPattern("orthogonal +behind")
                .contains("more trials would decide");
    }
}
