package org.initbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file as it was when it was found; one that has changed since is another.
 *
 * @param path of it
 * @param bytes how many
 * @param modified when it was written last
 */
public record FileVersion(Path path, long bytes, FileTime modified) {

    /**
     * A file as it is now.
     *
     * @throws org.initbench.config.InvalidInputException if there is none
     */
    public static FileVersion of(Path path) {
        try {
            return new FileVersion(path, Files.size(path), Files.getLastModifiedTime(path));
        } catch (IOException gone) {
            throw IdxFile.invalid(path, "cannot be read (" + gone.getMessage() + ")", "a file");
        }
    }
}
