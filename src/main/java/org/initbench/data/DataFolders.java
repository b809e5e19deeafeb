package org.initbench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;

/**
 * Where files of data are looked for, and whether they may be fetched.
 *
 * @param given folders that the user named, looked through first
 * @param cache where downloads are kept
 * @param mayDownload whether what is nowhere may be fetched from its public mirrors
 */
public record DataFolders(List<Path> given, Path cache, boolean mayDownload) {

    /** These folders, then the cache below the user's home, then the mirrors. */
    public static DataFolders of(List<Path> given) {
        return new DataFolders(
                List.copyOf(given), Path.of(System.getProperty("user.home"), ".cache", "initbench"), true);
    }

    /** The same, but for the mirrors. */
    public DataFolders withoutDownload() {
        return new DataFolders(given, cache, false);
    }

    /** The file of that name as it is, or in the first of the folders that has it; empty where there is none. */
    public Optional<Path> find(String name) {
        return Stream.concat(Stream.of(Path.of("")), all().stream())
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * The file that a study's {@code data.file} names.
     *
     * @throws InvalidInputException if it is nowhere
     */
    Path dataFile(String name) {
        return find(name)
                .orElseThrow(
                        () -> new InvalidInputException(
                                "data.file: there is no file " + name
                                        + "; it is looked for beside the study's file, in the working folder and in those of data.dir"));
    }

    /** All folders, in the order in which they are looked through. */
    public List<Path> all() {
        List<Path> all = new ArrayList<>(given);
        all.add(cache);
        return all;
    }
}
