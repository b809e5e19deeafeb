package org.initbench.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this initbench was built from. */
public final class Build {

    /** In place of what is not known. */
    static final String UNKNOWN = "unknown";

    private Build() {}

    /** The commit, or {@code unknown} for a build outside a repository. */
    public static String commit() {
        return properties("/git.properties").getProperty("git.commit.id.full", UNKNOWN);
    }

    /** The version, or {@code unknown} where classes do not come from the packaged jar. */
    static String version() {
        String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? UNKNOWN : version;
    }

    /** Whether there were uncommitted changes: {@code true}, {@code false} or {@code unknown}. */
    static String isDirty() {
        return properties("/git.properties").getProperty("git.dirty", UNKNOWN);
    }

    /** The version of Deeplearning4j. */
    static String dl4jVersion() {
        return properties("/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties")
                .getProperty("version", UNKNOWN);
    }

    private static Properties properties(String resource) {
        Properties properties = new Properties();
        try (InputStream content = Build.class.getResourceAsStream(resource)) {
            if (content != null) {
                properties.load(content);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
