package org.initbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.initbench.check.CheckRow;
import org.initbench.document.DocumentRow;
import org.initbench.document.DocumentSection;
import org.initbench.plot.Picture;
import org.initbench.plot.Plots;
import org.initbench.recommend.Recommendation;
import org.initbench.result.GridAxes;
import org.initbench.result.RunFileNames;
import org.initbench.stats.RunStatistics;
import org.initbench.stats.SummaryRow;

/**
 * All that is said of a run, from its files alone.
 *
 * @param run the files
 * @param statistics computed from its trials
 * @param document the published table beside it
 * @param verdict what the run comes to
 * @param pictures in the folder {@code plots}
 */
public record Report(
        RunFiles run, RunStatistics statistics, DocumentSection document, Verdict verdict, List<Picture> pictures) {

    /** The summary, each variant's and learning rate's by standing, then by the mean. */
    public List<SummaryRow> ordered() {
        Map<List<Object>, List<SummaryRow>> groups = statistics.summary().stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.variant(), row.learningRate()), LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .flatMap(rows -> Field.ordered(rows, run.results().metric()).stream())
                .toList();
    }

    /**
     * Writes {@code summary.csv}, {@code comparisons.csv}, {@code rates.csv}, {@code document.csv}, pictures and pages, as far as
     * there is something to say.
     *
     * @throws IOException if a file cannot be written
     */
    public static Report write(RunFiles run) throws IOException {
        return write(run, DocumentSection.of(run.results()));
    }

    /**
     * As {@link #write(RunFiles)}, compared with a document that the study need not name.
     *
     * @throws IOException if a file cannot be written
     */
    public static Report write(RunFiles run, DocumentSection document) throws IOException {
        Path folder = run.folder();
        Recommendation recommendation = run.recommendation();
        RunStatistics statistics = recommendation == null
                ? RunStatistics.of(run.results())
                : RunStatistics.of(
                        run.results(),
                        recommendation.variants().stream()
                                .flatMap(variant -> variant.rows().stream())
                                .toList(),
                        recommendation.tuning());
        if (!run.results().isCheck()) {
            statistics.write(folder, GridAxes.of(run.results().resolved()));
        } else {
            statistics.writeRace(folder, GridAxes.of(run.results().resolved()));
        }
        List<RecommendedInitializer> advice = recommendation == null
                ? List.of()
                : RecommendedInitializer.of(recommendation, run.results().trials());
        if (recommendation != null) {
            RecommendationFile.write(folder, recommendation, advice);
        }
        if (document instanceof DocumentSection.Compared compared) {
            DocumentRow.table().write(folder, compared.rows().stream());
        }
        if (!run.checks().isEmpty()) {
            CheckRow.table()
                    .with(GridAxes.of(run.results().resolved()), CheckRow::variant)
                    .write(folder, run.checks().stream());
        }
        Verdict verdict = verdict(run, statistics, document, advice);
        List<Picture> pictures = Plots.write(run.results(), statistics, folder.resolve(RunFileNames.PLOTS));
        Report report = new Report(run, statistics, document, verdict, pictures);
        PageData page = Page.of(report);
        MarkdownPage.write(folder.resolve(RunFileNames.TEXT), page, pictures, RunFileNames.PLOTS);
        HtmlPage.write(folder.resolve(RunFileNames.PAGE), page);
        return report;
    }

    private static Verdict verdict(
            RunFiles run, RunStatistics statistics, DocumentSection document, List<RecommendedInitializer> advice) {
        if (!advice.isEmpty()) {
            return new Verdict(
                    advice.stream().map(RecommendedInitializer::finding).toList());
        }
        return run.checks().isEmpty() ? Verdict.of(run.results(), statistics, document) : CheckFinding.verdict(run);
    }
}
