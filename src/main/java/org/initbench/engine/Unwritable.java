package org.initbench.engine;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Why a file could not be written, in words. */
final class Unwritable {

    private Unwritable() {}

    /** As the operating system says it: "No space left on device". */
    static String reason(IOException unwritable) {
        if (unwritable instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason() + " (" + file.getFile() + ")";
        }
        String message = unwritable.getMessage();
        return message == null ? unwritable.getClass().getSimpleName() : message;
    }
}
