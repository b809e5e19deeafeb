package org.initbench.backend;

import java.util.Map;
import org.initbench.process.ProcessSettings;
import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J's CPU backend with the settings that make small networks fast and runs repeatable. ND4J finds it through its
 * service file and, in initbench's own processes, prefers it to the plain CPU backend and calls it before any native library
 * is loaded. In any other process the plain one is preferred, and this one not even asked. A property set on the command line
 * wins over the one here.
 */
public final class TunedCpuBackend extends CpuBackend {

    /** Threads of BLAS, OpenMP and ND4J loops. One is fastest for small networks, and makes sums repeatable. */
    public static final int THREADS = 1;

    private static final Map<String, String> PROPERTIES = Map.of(
            // No reading of the process's memory use at each native allocation.
            "org.bytedeco.javacpp.maxphysicalbytes", "0",
            // DL4J's oneDNN helpers are off by default in 1.0.0-M2.1.
            "org.eclipse.deeplearning4j.helpers.disable", "false",
            "org.nd4j.log.initialization", "false",
            // No report of the machine in the working directory where memory runs out: the trial's reason says it.
            "org.deeplearning4j.crash.reporting.enabled", "false",
            // ND4J takes the classes of its parts from properties too.
            "shapeinfoprovider", CachedShapes.class.getName(),
            "opexec", LeanExecutioner.class.getName());

    @Override
    public int getPriority() {
        return super.getPriority() + (ProcessSettings.isTuned() ? 1 : -1);
    }

    @Override
    public boolean isAvailable() {
        if (!ProcessSettings.isTuned()) {
            return false;
        }
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        OpenBlas.chooseKernels();
        return super.isAvailable();
    }

    /**
     * Called by ND4J when the backend is up. OpenMP's setting holds for the calling thread, the others for the process.
     * ND4J's loops ask {@code maxMasterThreads}; its {@code setMaxThreads} does nothing in 1.0.0-M2.1.
     */
    @Override
    public void logBackendInit() {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(THREADS);
        Nd4j.factory().blas().setMaxThreads(THREADS);
        Nd4j.getEnvironment().setMaxMasterThreads(THREADS);
    }
}
