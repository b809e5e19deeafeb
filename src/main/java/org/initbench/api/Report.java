package org.initbench.api;

import java.io.IOException;
import java.nio.file.Path;
import org.initbench.report.RunFiles;
import org.initbench.result.RunFileNames;

/** The page, tables and pictures of a folder that {@link LayerStatistics} or a run of the command has written. */
public final class Report {

    private final Path folder;

    private Report(Path folder) {
        this.folder = folder;
    }

    /**
     * The report of this folder.
     *
     * @throws IllegalArgumentException if it holds nothing to report on
     */
    public static Report of(Path folder) {
        RunFiles.problem(folder).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return new Report(folder);
    }

    /**
     * Writes {@code report.html}, {@code report.md}, {@code summary.csv} and pictures beside what is there.
     *
     * @return the page, {@code report.html}
     * @throws IOException if a file cannot be read or written
     */
    public Path write() throws IOException {
        org.initbench.report.Report.write(RunFiles.read(folder, null));
        return folder.resolve(RunFileNames.PAGE);
    }
}
