package org.initbench.cli;

import org.initbench.run.Build;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit it was built from. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "initbench " + (version == null ? "development build" : version) + ", commit " + Build.commit()
        };
    }
}
