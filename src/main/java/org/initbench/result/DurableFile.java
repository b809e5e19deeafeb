package org.initbench.result;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is either complete or not there, whatever happens while it is written: it is written under a temporary
 * name of this process, synced to the disk, and renamed. What stood under its name before stays until then.
 */
public final class DurableFile implements AutoCloseable {

    private static final String TEMPORARY = ".tmp";
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out;

    private DurableFile(Path file) throws IOException {
        this.file = file;
        this.temporary = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + TEMPORARY);
        this.channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Begins a file; it is there once it is committed.
     *
     * @throws IOException if its folder cannot be written to
     */
    public static DurableFile begin(Path file) throws IOException {
        return new DurableFile(file);
    }

    /**
     * Writes a file as a whole.
     *
     * @throws IOException if it cannot be written; nothing is left of it then
     */
    public static void write(Path file, Content content) throws IOException {
        try (DurableFile durable = begin(file)) {
            content.writeTo(durable.out());
            durable.commit();
        }
    }

    /** Whether this is what a process leaves that was killed while it wrote. */
    public static boolean isHalfWritten(Path file) {
        return String.valueOf(file.getFileName()).endsWith(TEMPORARY);
    }

    /** Removes what processes left in a folder that were killed while they wrote. */
    public static void clean(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + TEMPORARY)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Where to write. */
    public OutputStream out() {
        return out;
    }

    /** Puts the file under its name; nothing can be written afterwards. */
    public void commit() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
