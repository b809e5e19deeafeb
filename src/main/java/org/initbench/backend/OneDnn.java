package org.initbench.backend;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.initbench.process.ProcessSettings;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;

/** Whether convolutions can go through oneDNN in this process. */
public final class OneDnn {

    /** The system property that turns oneDNN off when it is false. */
    public static final String PROPERTY = "initbench.onednn";

    private OneDnn() {}

    /**
     * True when the native library that was loaded carries oneDNN; {@code -Dinitbench.onednn=false} says no, and so does a
     * process that is not initbench's own, where Deeplearning4j never uses it.
     */
    public static boolean isAvailable() {
        if (!isWanted()) {
            return false;
        }
        Nd4j.getExecutioner();
        return nativeBuild().contains("onednn")
                && Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }

    /** Whether oneDNN is to be used where there is one. */
    static boolean isWanted() {
        return ProcessSettings.isTuned() && Boolean.parseBoolean(System.getProperty(PROPERTY, "true"));
    }

    /** The build of ND4J's native library that was loaded: {@code linux-x86_64-onednn}, {@code linux-x86_64}, … */
    public static String nativeBuild() {
        String library = Loader.load(Nd4jCpu.class);
        Path folder = library == null ? null : Path.of(library).getParent();
        return folder == null ? "unknown" : String.valueOf(folder.getFileName());
    }
}
