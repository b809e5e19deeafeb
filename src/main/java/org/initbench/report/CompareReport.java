package org.initbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.initbench.compare.CompareRow;
import org.initbench.compare.ComparedRun;
import org.initbench.compare.Comparison;
import org.initbench.compare.RankRow;
import org.initbench.plot.Names;
import org.initbench.plot.Picture;
import org.initbench.plot.Plots;
import org.initbench.result.Metric;
import org.initbench.result.RunFileNames;
import org.initbench.result.StudyFile;
import org.initbench.result.Words;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of several runs.
 *
 * @param folder that it is written to
 * @param comparison what it is of
 * @param sentence what may be said of the initializers over all data sets
 * @param notes what has to be known besides
 * @param pictures in the folder {@code plots}
 */
public record CompareReport(
        Path folder, Comparison comparison, String sentence, List<String> notes, List<Picture> pictures) {

    /** The page, for a browser. */
    public static final String PAGE = "compare.html";

    /**
     * Reads a run that is to be compared.
     *
     * @param judgedBy the metric; null for the study's
     * @throws IOException if a file cannot be read
     */
    public static ComparedRun read(Path folder, @Nullable Metric judgedBy) throws IOException {
        Path named = folder.toAbsolutePath().normalize().getFileName();
        return new ComparedRun(
                String.valueOf(named),
                RunFiles.read(folder, judgedBy).results(),
                StudyFile.read(folder).map(StudyFile::fingerprint).orElse(null));
    }

    /**
     * Writes {@code compare.csv}, {@code ranks.csv}, pictures and {@code compare.html}.
     *
     * @param folder is made where it is not there
     * @throws IOException if a file cannot be written
     */
    public static CompareReport write(Path folder, Comparison comparison) throws IOException {
        Files.createDirectories(folder);
        comparison.write(folder);
        CompareReport report = new CompareReport(
                folder,
                comparison,
                sentence(comparison),
                notes(comparison),
                Plots.write(comparison, folder.resolve(RunFileNames.PLOTS)));
        ComparePage.write(report);
        return report;
    }

    private static String sentence(Comparison comparison) {
        List<RankRow> ranks = comparison.ranks();
        List<RankRow> leaders = comparison.leaders();
        String p = Figures.probability(comparison.friedman().p());
        String over = "Over " + comparison.dataSets().size() + " data sets, ";
        String metric = Names.of(comparison.metric());
        if (!comparison.isDifferent()) {
            return over + "no difference between " + ranks.size() + " initializers by " + metric
                    + " can be shown (Friedman's test, p " + sign(p) + ").";
        }
        String found = over + "the initializers differ by " + metric + " (Friedman's test, p " + sign(p) + "): ";
        List<RankRow> behind =
                ranks.stream().filter(row -> !leaders.contains(row)).toList();
        if (behind.isEmpty()) {
            return found + "but none can be told apart from " + named(ranks.get(0)) + ".";
        }
        String others = named(behind) + (behind.size() == 1 ? " ranks" : " rank") + " behind "
                + ranks.get(0).init() + " (" + Figures.of(ranks.get(0).meanRank()) + ")";
        return leaders.size() == 1
                ? found + others + "."
                : found + others + ", and " + named(leaders.subList(1, leaders.size()))
                        + " cannot be told apart from it.";
    }

    private static String sign(String p) {
        return p.startsWith("<") ? p : "= " + p;
    }

    private static String named(RankRow row) {
        return row.init() + " (mean rank " + Figures.of(row.meanRank()) + ")";
    }

    private static String named(List<RankRow> rows) {
        return Words.list(rows.stream()
                .map(row -> row.init() + " (" + Figures.of(row.meanRank()) + ")")
                .toList());
    }

    private static List<String> notes(Comparison comparison) {
        List<String> notes = new ArrayList<>();
        if (!comparison.leftOut().isEmpty()) {
            notes.add(Words.list(comparison.leftOut())
                    + (comparison.leftOut().size() == 1 ? " is" : " are")
                    + " not ranked: some data set has no figure of "
                    + (comparison.leftOut().size() == 1 ? "it" : "them")
                    + ".");
        }
        if (comparison.hasRelated()) {
            notes.add(
                    "Some of the data sets are of one study; the tests take them for independent, so that their p-values are"
                            + " too small as far as what holds for one holds for the others.");
        }
        List<CompareRow> tested = comparison.rows().stream()
                .filter(row -> row.change() != null && row.change().pHolm() != null)
                .toList();
        if (!tested.isEmpty()) {
            long significant = tested.stream()
                    .filter(row -> row.change() != null && row.change().isSignificant())
                    .count();
            notes.add("Of " + Words.count(tested.size(), "paired difference") + " where one setting was changed, "
                    + significant + (significant == 1 ? " is" : " are")
                    + " significant at 5 % (corrected over all by Holm).");
        }
        if (comparison.rows().stream().anyMatch(row -> row.trials().diverged() > 0)) {
            notes.add("An initializer ranks last on a data set where a repetition diverged: "
                    + comparison.rows().stream()
                            .filter(row -> row.trials().diverged() > 0)
                            .map(CompareRow::init)
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (comparison.ranks().get(0).ratios().isEmpty()) {
            notes.add("There is no profile of factors of the best, as some loss is negative.");
        }
        return notes;
    }
}
