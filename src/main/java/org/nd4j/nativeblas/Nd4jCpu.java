package org.nd4j.nativeblas;

import org.initbench.backend.OneDnn;

/**
 * Answers Deeplearning4j's question whether oneDNN may be used. {@code BaseMKLDNNHelper} asks a nested class of this name
 * by reflection; in 1.0.0-M2.1 the real class lives in {@code org.nd4j.linalg.cpu.nativecpu.bindings}, so that without
 * this bridge the answer is always no.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {}

    /** The part of the environment that Deeplearning4j looks for. */
    public static final class Environment {

        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /** The one instance, under the name that is looked up. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Whether the loaded native library was built with oneDNN and may use it. */
        public boolean isUseMKLDNN() {
            return OneDnn.isAvailable();
        }
    }
}
