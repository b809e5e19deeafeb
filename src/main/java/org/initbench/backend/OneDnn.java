package org.initbench.backend;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;

/** Whether convolutions can go through oneDNN in this process. */
public final class OneDnn {

    private OneDnn() {}

    /** True when the native library that was loaded carries oneDNN; {@code -Dinitbench.onednn=false} says no. */
    public static boolean isAvailable() {
        if (!Boolean.parseBoolean(System.getProperty("initbench.onednn", "true"))) {
            return false;
        }
        Nd4j.getExecutioner();
        return loadedLibrary().contains("onednn")
                && Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }

    /** Where JavaCPP unpacked ND4J's native library, which names its build: {@code …/linux-x86_64-onednn/…}. */
    public static String loadedLibrary() {
        String path = Loader.load(Nd4jCpu.class);
        return path == null ? "" : path;
    }
}
