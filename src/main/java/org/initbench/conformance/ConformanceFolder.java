package org.initbench.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes an audit: {@code conformance.csv}, {@code orthogonal.csv} and {@code conformance.md}. */
public final class ConformanceFolder {

    private ConformanceFolder() {}

    /**
     * Writes the files; those of an earlier audit are replaced.
     *
     * @throws IOException if one cannot be written
     */
    public static void write(Path folder, Conformance conformance, List<OrthogonalRow> orthogonal) throws IOException {
        ConformanceRow.table().write(folder, conformance.rows().stream());
        OrthogonalRow.table().write(folder, orthogonal.stream());
        Files.writeString(folder.resolve("conformance.md"), ConformancePage.of(conformance, orthogonal));
    }
}
