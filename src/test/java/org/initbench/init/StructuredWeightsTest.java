package org.initbench.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.initbench.network.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Guards against matrices that are transposed, unscaled, or orthogonal the wrong way round. */
class StructuredWeightsTest {

    private static final double ORTHONORMAL = 1e-12;

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "16,16", "17,17", "32,32", "64,64", "100,60", "60,100", "100,100", "784,256", "10,2"})
    void orthogonalHasOrthonormalRowsOrColumnsWhicheverAreFewer(long inputs, long units) {
        Slot slot = dense(inputs, units);
        double[] weights = weights("orthogonal", slot);
        assertThat(Orthogonality.deviation(weights, slot.units(), slot.inputs(), 1))
                .isLessThan(ORTHONORMAL);
    }

    @Test
    void theGainOfOrthogonalScalesEachVector() {
        double[] weights = weights("orthogonal(3)", dense(20, 30));
        assertThat(Orthogonality.deviation(weights, 30, 20, 3)).isLessThan(9 * ORTHONORMAL);
    }

    /**
     * Signs are corrected: the diagonal of a uniform orthogonal matrix has mean 0, where plain Householder QR makes nearly
     * all of it negative. Of 400 entries of std 1/√20 the mean stays within 5.5 standard errors but in 4 of 10⁸ runs.
     */
    @Test
    void orthogonalMatricesPreferNoSign() {
        double mean = IntStream.range(0, 20)
                .mapToObj(seed -> weights("orthogonal", dense(20, 20), seed))
                .flatMapToDouble(matrix -> IntStream.range(0, 20).mapToDouble(i -> matrix[i * 20 + i]))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(5.5 / Math.sqrt(20) / 20));
    }

    @Test
    void constantsAreTheSameEverywhere() {
        for (Slot slot : TestSlots.all()) {
            assertThat(weights("zeros", slot)).hasSize(slot.size()).containsOnly(0);
            assertThat(weights("ones", slot)).hasSize(slot.size()).containsOnly(1);
            assertThat(weights("constant(-0.25)", slot)).hasSize(slot.size()).containsOnly(-0.25);
        }
    }

    @Test
    void identityPassesOnWhatItGets() {
        assertThat(weights("identity", recurrent(3))).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(weights("identity(0.5)", dense(2, 2))).containsExactly(0.5, 0, 0, 0.5);
        assertThat(weights("identity", kernel(2, 3, 1, 3)))
                .containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
        assertThat(weights("identity", dense(4, 6))).isEqualTo(weights("glorot_uniform", dense(4, 6)));
    }

    @Test
    void sparseHasItsZerosElsewhereInTheNextUnit() {
        double[] weights = weights("sparse(fraction=0.75, std=2)", dense(40, 50));
        assertThat(IntStream.range(0, 40)
                        .filter(input -> usedBySomeUnit(weights, input))
                        .count())
                .as("of 40 inputs none is 0 for all 50 units but with probability 40·0.75^50 = 2e-5")
                .isEqualTo(40);
    }

    /** By hand from algorithm 1 for 3 units and 2 inputs: m = 2, so H is 4×4 and its factor 2^(−1/2). */
    @Test
    void zeroHadamardIsPartialIdentityOrHadamard() {
        double c = Math.sqrt(0.5);
        assertThat(weights("zero_hadamard", dense(3, 2))).containsExactly(1, 0, 0, 0, 1, 0);
        assertThat(weights("zero_hadamard", dense(2, 3)))
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(c, c, c, -c, c, c);
        assertThat(weights("zero_hadamard", dense(1, 2))).containsExactly(1, 1);
    }

    @Test
    void criticalHasNormalBiasesWhereToldTo() {
        double[] biases = Seeding.independent(1, 0)
                .biases(Catalog.parse("critical(0.5)").initializer(), dense(10, 4000), "b", 4000)
                .orElseThrow();
        double squares =
                Arrays.stream(biases).map(bias -> bias * bias).average().orElseThrow();
        assertThat(squares / 0.25)
                .as("5.5 standard errors of the variance of 4,000 normals: 4 false alarms in 10⁸")
                .isCloseTo(1, within(5.5 * Math.sqrt(2.0 / 4000)));
    }

    @Test
    void anUnsuitableNetworkIsRefusedWithTheReason() {
        assertRefused("delta_orthogonal", kernel(2, 3, 3, 3), "no more channels in than out");
        assertRefused("delta_orthogonal", kernel(3, 2, 2, 2), "odd kernels");
        assertRefused("looks_linear", dense(4, 5), "even widths");
        assertRefused("looks_linear", recurrent(4), "no rule for recurrent");
        assertRefused("looks_linear", slot(Role.INPUT, List.of(4L, 4L), 1, new ActivationTanH()), "needs relu");
    }

    private static void assertRefused(String spec, Slot slot, String reason) {
        assertThatThrownBy(() -> Catalog.parse(spec).initializer().check(slot))
                .isInstanceOf(UnsuitableInitializerException.class)
                .hasMessageContaining(reason);
    }

    private static boolean usedBySomeUnit(double[] weights, int input) {
        return IntStream.range(0, 50).anyMatch(unit -> weights[unit * 40 + input] != 0);
    }

    private static double[] weights(String spec, Slot slot) {
        return weights(spec, slot, 20);
    }

    private static double[] weights(String spec, Slot slot, long seed) {
        return Catalog.parse(spec)
                .initializer()
                .weights(slot, Seeding.independent(seed, 0).weights().apply(slot));
    }

    private static Slot dense(long inputs, long units) {
        return slot(Role.INPUT, List.of(inputs, units), 1, new ActivationReLU());
    }

    private static Slot recurrent(long units) {
        return slot(Role.RECURRENT, List.of(units, units), 0, new ActivationReLU());
    }

    private static Slot kernel(long units, long channels, long height, long width) {
        return slot(Role.INPUT, List.of(units, channels, height, width), 1, new ActivationReLU());
    }

    private static Slot slot(Role role, List<Long> shape, int layer, IActivation activation) {
        return new Slot(layer, 3, "W", role, shape, activation);
    }
}
