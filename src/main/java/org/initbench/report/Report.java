package org.initbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initbench.plot.Picture;
import org.initbench.plot.Plots;
import org.initbench.stats.RunStatistics;

/**
 * All that is said of a run, from its files alone.
 *
 * @param run the files
 * @param statistics computed from its trials
 * @param document the published table beside it
 * @param pictures in the folder {@code plots}
 */
public record Report(RunFiles run, RunStatistics statistics, DocumentSection document, List<Picture> pictures) {

    private static final String PLOTS = "plots";

    /**
     * Reads a run and writes {@code summary.csv}, {@code comparisons.csv}, {@code rates.csv}, {@code document.csv}, pictures
     * and pages, as far as there is something to say.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static Report write(Path folder) throws IOException {
        RunFiles run = RunFiles.read(folder);
        RunStatistics statistics = RunStatistics.of(run.results());
        statistics.write(folder);
        DocumentSection document = DocumentSection.of(run.results());
        if (document instanceof DocumentSection.Compared compared) {
            DocumentRow.table().write(folder, compared.rows().stream());
        }
        List<Picture> pictures = Plots.write(run.results(), statistics, folder.resolve(PLOTS));
        Report report = new Report(run, statistics, document, pictures);
        PageData page = Page.of(report);
        MarkdownPage.write(folder.resolve("report.md"), page, pictures, PLOTS);
        HtmlPage.write(folder.resolve("report.html"), page);
        return report;
    }
}
