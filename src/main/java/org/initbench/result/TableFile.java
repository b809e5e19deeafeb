package org.initbench.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The file of a table, which gets its rows piece by piece; it is there once it is committed. */
public final class TableFile implements AutoCloseable {

    private final DurableFile file;

    TableFile(Path path, String header) throws IOException {
        this.file = DurableFile.begin(path);
        add(header);
    }

    /** Adds rows at the bottom, as {@link Table#lines} gives them. */
    public void add(String lines) throws IOException {
        file.out().write(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the table under its name, in place of what was there. */
    public void commit() throws IOException {
        file.commit();
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
