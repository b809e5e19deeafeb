package org.initbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit it was built from. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream content = Version.class.getResourceAsStream("/git.properties")) {
            if (content != null) {
                build.load(content);
            }
        }
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "initbench " + (version == null ? "development build" : version) + ", commit "
                    + build.getProperty("git.commit.id.full", "unknown")
        };
    }
}
