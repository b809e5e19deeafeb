package org.initbench.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.systems.global.linux;

/**
 * Which of its kernels OpenBLAS takes. The 0.3.19 that DL4J comes with takes AMD's processors with AVX-512 for those without, whose
 * kernels need longer for small products; later versions take them for Intel's with AVX-512 (OpenBLAS, pull request 4303).
 */
final class OpenBlas {

    /** OpenBLAS reads it when it is loaded. */
    private static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final String KERNELS = "SKYLAKEX";
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /** What a compiler may use in these kernels. */
    private static final List<String> WANTED = List.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

    private OpenBlas() {}

    /** Names the kernels where OpenBLAS would take the wrong ones and nobody named others. To be called before it is loaded. */
    static void chooseKernels() {
        if (System.getenv(VARIABLE) != null || !Files.isReadable(PROCESSORS)) {
            return;
        }
        try {
            if (isMistaken(Files.readAllLines(PROCESSORS))) {
                linux.setenv(VARIABLE, KERNELS, 0);
            }
        } catch (IOException | LinkageError unknown) {
            // The kernels that OpenBLAS takes by itself are as right, and slower.
            return;
        }
    }

    /** Whether processors, as Linux describes them, are AMD's and have all of AVX-512 that Intel's kernels use. */
    static boolean isMistaken(List<String> description) {
        return values(description, "vendor_id").contains("AuthenticAMD")
                && values(description, "flags").containsAll(WANTED);
    }

    private static List<String> values(List<String> description, String name) {
        return description.stream()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
                .findFirst()
                .map(parts -> List.of(parts[1].strip().split("\\s+")))
                .orElse(List.of());
    }
}
