package org.initbench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.initbench.plot.Picture;
import org.initbench.report.ReportTable.Row;
import org.initbench.report.Verdict.Finding;
import org.initbench.result.DurableFile;

/** {@code report.md}: the tables of the page for those who paste into a pull request. */
final class MarkdownPage {

    private final StringBuilder page = new StringBuilder();

    private MarkdownPage() {}

    /**
     * Writes the page.
     *
     * @param plots folder of the pictures, seen from the page
     * @throws IOException if it cannot be written
     */
    static void write(Path file, PageData data, List<Picture> pictures, String plots) throws IOException {
        String page = new MarkdownPage().text(data, pictures, plots);
        DurableFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    private String text(PageData data, List<Picture> pictures, String plots) {
        line("# " + MarkdownText.escaped(data.title()));
        data.verdict().findings().forEach(this::add);
        if (data.comparison() != null) {
            line("Not compared with the published table: " + MarkdownText.escaped(data.comparison()) + ".");
        }
        data.tables().forEach(this::add);
        if (!pictures.isEmpty()) {
            line("## Pictures");
            pictures.forEach(picture -> item("[" + MarkdownText.link(picture.title()) + "](" + plots + "/"
                    + picture.fileName() + "): " + MarkdownText.escaped(picture.description())));
            page.append('\n');
        }
        add(data.reproduction());
        line("## Made with");
        data.facts().forEach((name, value) -> item(MarkdownText.escaped(name) + ": " + MarkdownText.escaped(value)));
        return page.toString();
    }

    private void add(Finding finding) {
        String variant =
                finding.variant().isEmpty() ? "" : "`" + finding.variant().replace('`', '\'') + "`: ";
        line(variant + "**" + MarkdownText.escaped(finding.sentence()) + "**");
        if (!finding.code().isEmpty()) {
            item(MarkdownText.escaped(finding.code()));
        }
        finding.details().forEach(detail -> item(MarkdownText.escaped(detail)));
        page.append('\n');
    }

    private void add(ReportTable table) {
        line("## " + MarkdownText.escaped(table.title()));
        if (!table.note().isEmpty()) {
            line(MarkdownText.escaped(table.note()));
        }
        page.append(MarkdownTable.of(atOwnBestRates(table)));
        page.append('\n');
    }

    /** Without what the table of learning rates has in full, where initializers stand at their own best rates. */
    private static ReportTable atOwnBestRates(ReportTable table) {
        List<Row> ownBest =
                table.rows().stream().filter(row -> row.at().isOwnBest()).toList();
        return ownBest.isEmpty()
                ? table
                : new ReportTable(table.id(), table.title(), table.note(), table.columns(), ownBest);
    }

    private void add(Reproduction reproduction) {
        line("## The same run again");
        if (!reproduction.fileName().isEmpty()) {
            line("Save the study as `" + reproduction.fileName() + "`:");
            block("yaml", reproduction.study());
        }
        if (!reproduction.steps().isEmpty()) {
            block("sh", String.join("\n", reproduction.steps()));
        }
        if (!reproduction.note().isEmpty()) {
            line(MarkdownText.escaped(reproduction.note()));
        }
    }

    private void item(String text) {
        page.append("- ").append(text).append('\n');
    }

    private void line(String text) {
        page.append(text).append("\n\n");
    }

    /** Fenced by more backticks than the text has anywhere, so that it cannot end the block. */
    private void block(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        page.append(fence)
                .append(language)
                .append('\n')
                .append(text.strip())
                .append('\n')
                .append(fence)
                .append("\n\n");
    }
}
