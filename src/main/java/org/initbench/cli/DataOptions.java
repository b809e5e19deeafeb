package org.initbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.initbench.config.Problems;
import org.initbench.config.TopLevelCommas;
import org.initbench.data.DataFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where files of data are looked for. */
final class DataOptions {

    @Option(
            names = "--data.dir",
            paramLabel = "DIR[,DIR]",
            description = "Folders that are searched for data files before cache and download.")
    private @Nullable String dataDir;

    /** What is wrong with the folders. */
    void check(Problems problems) {
        given().stream()
                .filter(folder -> !Files.isDirectory(folder))
                .forEach(folder -> problems.add("data.dir: there is no folder " + folder));
    }

    /** The folders, then the cache, then the mirrors. */
    DataFolders folders() {
        return DataFolders.of(given());
    }

    private List<Path> given() {
        return TopLevelCommas.split(Optional.ofNullable(dataDir).orElse("")).stream()
                .map(Path::of)
                .toList();
    }
}
