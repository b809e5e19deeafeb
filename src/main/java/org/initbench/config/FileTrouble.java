package org.initbench.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words. */
public final class FileTrouble {

    private FileTrouble() {}

    /** As the operating system says it: "No space left on device"; in words where Java gives a file's name alone. */
    public static String reason(IOException trouble) {
        if (trouble instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason() + " (" + file.getFile() + ")";
        }
        if (trouble instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (trouble instanceof AccessDeniedException denied) {
            return "this user may not open " + denied.getFile();
        }
        String message = trouble.getMessage();
        return message == null ? trouble.getClass().getSimpleName() : message;
    }
}
