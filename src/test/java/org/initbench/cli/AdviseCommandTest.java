package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Guards against advice without a reason, or for a network that was not asked about. */
class AdviseCommandTest {

    @Test
    void theRecommendationStandsLastWithItsReason() {
        Invocation advice = Invocation.of("advise", "--activation=relu", "--depth=30", "--width=100");
        assertThat(advice.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(advice.out())
                .startsWith("30 dense layers of 100 units, relu")
                .contains("glorot_normal", "3.0518e-05", "signal vanishes, gradient vanishes")
                .endsWith("use he_normal: signal is kept, gradient is kept over 30 layers, "
                        + "and inputs stay apart at any depth" + System.lineSeparator());
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        Invocation refused = Invocation.of("advise", "--activation=rleu", "--depth=0", "--width=x");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(refused.err())
                .contains("activation: theory does not know rleu; did you mean relu?")
                .contains("depth: 0 is not allowed; give a whole number from 1 to 10000")
                .contains("width: x is not allowed; give a whole number from 1 to 1000000");
    }
}
