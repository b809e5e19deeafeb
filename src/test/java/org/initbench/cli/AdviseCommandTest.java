package org.initbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
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

    /** Borders take from a convolution what they cut off; of 8×8 pictures and 3×3 kernels, (22/24)² of all places are seen. */
    @Test
    void convolutionsLoseAtTheirBorders() {
        Invocation advised = Invocation.of("advise", "--kernel=3", "--depth=1", "--width=100", "--activation=linear");
        assertThat(advised.exitCode()).isZero();
        assertThat(advised.out())
                .startsWith("1 3×3 convolutions of 100 channels on 8×8 pictures, linear")
                .containsPattern("lecun_normal +0\\.91667 ");
    }

    /** In each block He's branch adds as much as there is, half of a residual sum's squares goes through ReLU at least. */
    @Test
    void residualBlocksExplodeUnderHeAndAreKeptByZeros() {
        Invocation advised = Invocation.of("advise", "--residual=2", "--depth=20");
        assertThat(advised.exitCode()).isZero();
        assertThat(advised.out())
                .startsWith("20 residual blocks, each of 2 dense layers of 100 units, relu")
                .containsPattern("he_normal .*signal explodes, gradient explodes")
                .containsPattern("fixup .*signal is kept, gradient is kept");
    }

    /** No call goes as deep as the network. */
    @Tag("slow")
    @Test
    void aThousandBlocksAreNotTooDeep() {
        Invocation advised = Invocation.of("advise", "--residual=1", "--depth=1000", "--activation=linear");
        assertThat(advised.exitCode()).isZero();
        assertThat(advised.out()).contains("1000 residual blocks, each of 1 dense layers of 100 units, linear");
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        Invocation refused = Invocation.of("advise", "--activation=rleu", "--depth=0", "--width=x", "--size=9");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
        assertThat(refused.err())
                .contains("activation: theory does not know rleu; did you mean relu?")
                .contains("depth: 0 is not allowed; give a whole number from 1 to 10000")
                .contains("size: dense layers have no pictures; give --kernel too, or leave it out")
                .contains("width: x is not allowed; give a whole number from 1 to 1000000");
    }
}
