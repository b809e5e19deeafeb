package org.initbench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.config.InvalidInputException;
import org.initbench.config.Section;

/**
 * The folder that a study may name for its data.
 *
 * @param folder as {@code data.folder} has it; empty where the study leaves it open
 */
record DataPlace(Optional<String> folder) {

    private static final String KEY = "folder";

    /** Reads {@code folder} where it is given, so that it stands in no study that does without. */
    static DataPlace read(Section data) {
        return new DataPlace(data.has(KEY) ? Optional.of(data.text(KEY, "")) : Optional.empty());
    }

    /**
     * The folder that is named, or all that may be meant.
     *
     * @throws InvalidInputException if there is none of that name
     */
    List<Path> in(List<Path> open, DataFolders folders) {
        return folder.map(name -> List.of(find(name, folders))).orElse(open);
    }

    private static Path find(String name, DataFolders folders) {
        return Stream.concat(Stream.of(Path.of("")), folders.all().stream())
                .map(place -> place.resolve(name))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException(
                                "data.folder: there is no folder " + name
                                        + "; it is looked for beside the study's file, in the working folder and in those of data.dir"));
    }

    /** Tells that the folder has to be given. */
    void require(Section data) {
        if (folder.isEmpty()) {
            data.problem(KEY, "missing; give the folder of the pictures, which has a folder for each class");
        }
    }
}
