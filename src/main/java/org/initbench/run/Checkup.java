package org.initbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.initbench.backend.OneDnn;
import org.initbench.backend.TunedCpuBackend;
import org.initbench.data.DataFolders;
import org.initbench.data.DataState;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a machine has of what initbench needs. */
public final class Checkup {

    private static final int OLDEST_JAVA = 17;
    private static final double GIB = 1L << 30;

    private Checkup() {}

    /** How well something is. */
    public enum State {
        /** As it should be. */
        OK,
        /** Runs go on without it, otherwise than they could. */
        MISSING,
        /** Nothing runs. */
        BROKEN
    }

    /**
     * One thing looked at.
     *
     * @param thing its name
     * @param state how it is
     * @param text what was found; what to do about it where it is not well
     */
    public record Finding(String thing, State state, String text) {}

    /** Looks at everything. */
    public static List<Finding> of(DataFolders folders, Path out) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(safely("backend", Checkup::backend));
        boolean works = findings.get(1).state() == State.OK;
        if (works) {
            findings.add(safely("blas", Checkup::blas));
            findings.add(safely("onednn", Checkup::oneDnn));
            findings.add(safely("memory", Checkup::memory));
        }
        findings.add(cache());
        DataState.of(folders)
                .forEach(data ->
                        findings.add(new Finding(data.name(), data.isThere() ? State.OK : State.MISSING, data.text())));
        findings.add(results(out));
        return findings;
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        String found = System.getProperty("java.vm.name") + " " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return version >= OLDEST_JAVA
                ? new Finding("java", State.OK, found)
                : new Finding("java", State.BROKEN, found + "; install a JDK " + OLDEST_JAVA + " or newer");
    }

    /** Native code fails in many ways; each of them is a finding. */
    private static Finding safely(String thing, Supplier<Finding> check) {
        try {
            return check.get();
        } catch (RuntimeException | LinkageError failure) {
            return new Finding(
                    thing,
                    State.BROKEN,
                    failure + "; Deeplearning4j 1.0.0-M2.1 has native libraries for linux, windows and macosx on "
                            + "x86_64, and for linux and macosx on arm64");
        }
    }

    private static Finding backend() {
        INDArray product =
                Nd4j.eye(2).castTo(DataType.DOUBLE).mmul(Nd4j.createFromArray(new double[][] {{1, 2}, {3, 4}}));
        boolean right = product.getDouble(1, 0) == 3 && product.getDouble(0, 1) == 2;
        String found = Nd4j.getBackend().getClass().getSimpleName() + ", " + OneDnn.nativeBuild();
        return right
                ? new Finding("backend", State.OK, found)
                : new Finding("backend", State.BROKEN, found + " multiplies wrongly: " + product);
    }

    private static Finding blas() {
        Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
        return new Finding(
                "blas",
                State.OK,
                environment.get("blas.vendor") + ", " + TunedCpuBackend.THREADS
                        + " thread a process; results are repeatable");
    }

    private static Finding oneDnn() {
        return OneDnn.isAvailable()
                ? new Finding("onednn", State.OK, "convolutions in float go through it")
                : new Finding(
                        "onednn",
                        State.MISSING,
                        "convolutions are several times slower; on linux x86_64 the build brings nd4j-native's "
                                + "linux-x86_64-onednn, and -D" + OneDnn.PROPERTY + "=false turns it off");
    }

    private static Finding memory() {
        int cores = Runtime.getRuntime().availableProcessors();
        double each = WorkerSettings.of(cores).memoryLimit() / GIB;
        double there = Pointer.totalPhysicalBytes() / GIB;
        String found = String.format(
                Locale.ROOT, "%.1f GiB, %d cores: as many workers of at most %.0f GiB each", there, cores, each);
        return there >= cores * each
                ? new Finding("memory", State.OK, found)
                : new Finding("memory", State.MISSING, found + "; give fewer with -Dworkers");
    }

    private static Finding cache() {
        try {
            Path cache = Loader.getCacheDir().toPath();
            return Files.isWritable(cache)
                    ? new Finding("cache", State.OK, "native libraries are unpacked to " + cache)
                    : new Finding(
                            "cache", State.BROKEN, cache + " cannot be written; set -Dorg.bytedeco.javacpp.cachedir");
        } catch (IOException nowhere) {
            return new Finding("cache", State.BROKEN, nowhere + "; set -Dorg.bytedeco.javacpp.cachedir");
        }
    }

    private static Finding results(Path out) {
        return RunFolder.problem(out, "", "")
                .map(problem -> new Finding("results", State.BROKEN, problem + "; give another folder with -Dout"))
                .orElseGet(() -> new Finding("results", State.OK, "go to " + out));
    }
}
