package org.initbench.networkfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;
import org.initbench.networkfile.Strangers.Stranger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Prevents a network that DL4J can read from being turned away, and one that it cannot from ending in a stack trace. */
class StrangersTest {

    /** Initializes, and cannot run: its last layer takes another number of values than the layer before it gives. */
    private static final Set<String> CANNOT_RUN = Set.of("dl4j-080-conv.zip");

    static Stream<Stranger> readable() {
        return Strangers.all().stream().filter(each -> each.isReadable() && !CANNOT_RUN.contains(each.file()));
    }

    static Stream<Stranger> unreadable() {
        return Strangers.all().stream().filter(each -> !each.isReadable() || CANNOT_RUN.contains(each.file()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("readable")
    void aNetworkThatCanBeReadHasItsParametersAndGoesForward(Stranger stranger) throws IOException {
        NetworkFile read = NetworkFile.read(stranger.path());

        assertThat(read.parameters()).isEqualTo(stranger.parameters().orElseThrow());
        assertThat(ForwardPass.parameters(read)).isEqualTo(stranger.expectedParameters());
        List<INDArray> outputs = ForwardPass.of(read);
        assertThat(outputs).isNotEmpty().allSatisfy(output -> {
            assertThat(output.size(0)).isGreaterThanOrEqualTo(2);
            assertThat(output.isNaN().any()).isFalse();
        });
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("unreadable")
    void aNetworkThatCannotBeReadIsRefusedWithASentenceThatNamesFileAndLayer(Stranger stranger) {
        assertThatThrownBy(() -> NetworkFile.read(stranger.path()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(stranger.file() + " cannot be used: layer ")
                .hasMessageContaining(";")
                .hasMessageNotContaining("\n");
    }
}
