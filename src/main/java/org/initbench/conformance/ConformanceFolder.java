package org.initbench.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes an audit: {@code conformance.csv}, {@code conformance-layers.csv}, {@code conformance-biases.csv}, {@code orthogonal.csv}
 * and {@code conformance.md}.
 */
public final class ConformanceFolder {

    private static final String PAGE = "conformance.md";

    private ConformanceFolder() {}

    /**
     * Writes the files; those of an earlier audit are replaced.
     *
     * @throws IOException if one cannot be written
     */
    public static void write(Path folder, Conformance conformance, LayerAudit layers, List<OrthogonalRow> orthogonal)
            throws IOException {
        ConformanceRow.table().write(folder, conformance.rows().stream());
        writeTables(folder, layers);
        OrthogonalRow.table().write(folder, orthogonal.stream());
        Files.writeString(folder.resolve(PAGE), ConformancePage.of(conformance, layers, orthogonal));
    }

    /**
     * Writes an audit of layers alone: its two tables and {@code conformance.md}.
     *
     * @throws IOException if one cannot be written
     */
    public static void write(Path folder, LayerAudit layers) throws IOException {
        writeTables(folder, layers);
        Files.writeString(folder.resolve(PAGE), ConformancePage.of(layers));
    }

    private static void writeTables(Path folder, LayerAudit layers) throws IOException {
        LayerRow.table().write(folder, layers.rows().stream());
        BiasRow.table().write(folder, layers.biases().stream());
    }
}
