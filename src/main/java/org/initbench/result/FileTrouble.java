package org.initbench.result;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** Why a file could not be read or written, in words. */
public final class FileTrouble {

    private FileTrouble() {}

    /** As the operating system says it: "No space left on device". */
    public static String reason(IOException trouble) {
        if (trouble instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason() + " (" + file.getFile() + ")";
        }
        String message = trouble.getMessage();
        return message == null ? trouble.getClass().getSimpleName() : message;
    }
}
