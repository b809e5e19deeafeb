package org.initbench.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards against kernels that a processor does not have, which end the process. */
class OpenBlasTest {

    private static final String AVX512 = "flags\t\t: fpu avx avx2 avx512f avx512dq avx512cd avx512bw avx512vl";

    @Test
    void amdWithAvx512IsTakenForOneWithout() {
        assertThat(OpenBlas.isMistaken(List.of("processor\t: 0", "vendor_id\t: AuthenticAMD", AVX512)))
                .isTrue();
    }

    @Test
    void othersAreTakenForWhatTheyAre() {
        assertThat(OpenBlas.isMistaken(List.of("vendor_id\t: GenuineIntel", AVX512)))
                .isFalse();
        assertThat(OpenBlas.isMistaken(List.of("vendor_id\t: AuthenticAMD", "flags\t\t: fpu avx avx2")))
                .isFalse();
        assertThat(OpenBlas.isMistaken(List.of("vendor_id\t: AuthenticAMD", AVX512.replace(" avx512vl", ""))))
                .isFalse();
        assertThat(OpenBlas.isMistaken(List.of("CPU implementer\t: 0x41", "Features\t: fp asimd")))
                .isFalse();
        assertThat(OpenBlas.isMistaken(List.of())).isFalse();
    }
}
