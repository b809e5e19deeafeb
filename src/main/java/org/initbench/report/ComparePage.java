package org.initbench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;
import org.initbench.compare.Change;
import org.initbench.compare.CompareRow;
import org.initbench.compare.Comparison;
import org.initbench.compare.RankRow;
import org.initbench.plot.Names;
import org.initbench.plot.Picture;
import org.initbench.result.DurableFile;
import org.initbench.result.RunFileNames;
import org.initbench.stats.Friedman;
import org.initbench.stats.PairedTest;

/** {@code compare.html}: one file without scripts, pictures inside. */
final class ComparePage {

    private final CompareReport report;
    private final Comparison comparison;
    private final StringBuilder page = new StringBuilder();

    private ComparePage(CompareReport report) {
        this.report = report;
        this.comparison = report.comparison();
    }

    /**
     * Writes the page.
     *
     * @throws IOException if it cannot be written
     */
    static void write(CompareReport report) throws IOException {
        String page = new ComparePage(report).page();
        DurableFile.write(
                report.folder().resolve(CompareReport.PAGE), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    private String page() throws IOException {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " style-src 'unsafe-inline'; img-src data:\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>initbench compare</title>\n<style>")
                .append(HtmlPage.resource("report/report.css"))
                .append("</style>\n</head>\n<body>\n<header>\n<p class=\"brand\">initbench</p>\n<h1>")
                .append(comparison.ranks().size() + " initializers over "
                        + comparison.dataSets().size() + " data sets")
                .append("</h1>\n</header>\n<main>\n<section>\n<div class=\"finding\"><p class=\"sentence\">")
                .append(escaped(report.sentence()))
                .append("</p>");
        if (!report.notes().isEmpty()) {
            page.append("<ul>");
            report.notes()
                    .forEach(note -> page.append("<li>").append(escaped(note)).append("</li>"));
            page.append("</ul>");
        }
        page.append("</div>\n</section>\n");
        addRanks();
        addPictures();
        addChanges();
        addDataSets();
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void addRanks() {
        Friedman friedman = comparison.friedman();
        addTable(
                "Ranks",
                "Mean rank over data sets; initializers that share a group cannot be told apart at 5 %. Friedman's χ² "
                        + Figures.of(friedman.chiSquare()) + ", Iman and Davenport's F " + Figures.of(friedman.f())
                        + ", p by permutation " + Figures.probability(friedman.p())
                        + "; Nemenyi's critical difference " + Figures.of(comparison.criticalDifference())
                        + ". Within a factor: the share of data sets on which "
                        + (comparison.metric().isAccuracy() ? "the share of errors" : "the mean")
                        + " is at most so many times the smallest.",
                List.of("initializer", "mean rank", "groups", "the best", "within 1.1", "within 2"),
                1,
                comparison.ranks().stream().map(ComparePage::cells).toList());
    }

    private static List<String> cells(RankRow row) {
        return List.of(
                row.init(),
                Figures.of(row.meanRank()),
                row.groups().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                Figures.of(row.withinFactor(1)),
                Figures.of(row.withinFactor(1.1)),
                Figures.of(row.withinFactor(2)));
    }

    private void addPictures() throws IOException {
        page.append("<section>\n<h2>Pictures</h2>\n");
        for (Picture picture : report.pictures()) {
            byte[] png = Files.readAllBytes(
                    report.folder().resolve(RunFileNames.PLOTS).resolve(picture.fileName()));
            page.append("<figure><img alt=\"")
                    .append(escaped(picture.title() + ". " + picture.description()))
                    .append("\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(png))
                    .append("\"></figure>\n");
        }
        page.append("</section>\n");
    }

    private void addChanges() {
        List<List<String>> rows = comparison.rows().stream()
                .flatMap(row -> row.change() == null ? Stream.empty() : Stream.of(cells(row, row.change())))
                .toList();
        if (!rows.isEmpty()) {
            addTable(
                    "One setting changed",
                    "The same study twice, with one setting changed, repetition by repetition: how much higher "
                            + Names.of(comparison.metric())
                            + " is than in the reference. p is corrected over all rows by Holm.",
                    List.of(
                            "data set",
                            "reference",
                            "changed",
                            "initializer",
                            "difference",
                            "95 % interval",
                            "pairs",
                            "p"),
                    4,
                    rows);
        }
    }

    private static List<String> cells(CompareRow row, Change change) {
        PairedTest test = change.test();
        return List.of(
                row.dataSet(),
                change.reference(),
                change.setting(),
                row.init(),
                Figures.of(change.difference().mean()),
                Figures.range(change.difference().interval()),
                String.valueOf(change.pairs()),
                test == null || change.pHolm() == null ? "" : Figures.probability(change.pHolm()));
    }

    private void addDataSets() {
        addTable(
                "Data sets",
                "What each initializer reached: the mean of " + Names.of(comparison.metric())
                        + " over completed repetitions, at its best learning rate where there were several.",
                List.of("data set", "initializer", "rank", "mean", "95 % interval", "completed"),
                2,
                comparison.rows().stream()
                        .map(row -> List.of(
                                row.dataSet(),
                                row.init(),
                                Figures.of(row.rank()),
                                Figures.of(row.values().mean()),
                                Figures.range(row.values().interval()),
                                row.trials().completed() + " of " + row.trials().all()))
                        .toList());
    }

    /** The first columns hold texts, the others numbers. */
    private void addTable(String heading, String note, List<String> columns, int texts, List<List<String>> rows) {
        page.append("<section>\n<h2>")
                .append(heading)
                .append("</h2>\n<p class=\"note\">")
                .append(escaped(note))
                .append("</p>\n<div class=\"scroll\"><table>\n<thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            page.append("<th scope=\"col\"")
                    .append(i < texts ? ">" : " class=\"number\">")
                    .append(columns.get(i))
                    .append("</th>");
        }
        page.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                page.append(i < texts ? "<td>" : "<td class=\"number\">")
                        .append(escaped(row.get(i)))
                        .append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody>\n</table></div>\n</section>\n");
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeHtml4(text);
    }
}
