package org.initbench.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.initbench.process.ProcessSettings;
import org.jspecify.annotations.Nullable;

/** Which backend ND4J will find, by what is on the class path: nothing native is loaded for it. */
public final class BackendName {

    private static final String JAR = "/META-INF/maven/org.nd4j/nd4j-native/pom.properties";
    private static final String ONEDNN = "/org/nd4j/linalg/cpu/nativecpu/bindings/linux-x86_64-onednn/libnd4jcpu.so";

    private BackendName() {}

    /** {@code nd4j-native 1.0.0-M2.1, tuned, onednn}. */
    public static String get() {
        boolean isTuned = ProcessSettings.isTuned();
        boolean hasOneDnn = OneDnn.isWanted() && BackendName.class.getResource(ONEDNN) != null;
        return "nd4j-native " + version() + (isTuned ? ", tuned" : "") + (hasOneDnn ? ", onednn" : "");
    }

    private static String version() {
        Properties jar = new Properties();
        try (@Nullable InputStream content = BackendName.class.getResourceAsStream(JAR)) {
            if (content != null) {
                jar.load(content);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return jar.getProperty("version", "of an unknown version");
    }
}
