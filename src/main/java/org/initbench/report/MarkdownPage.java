package org.initbench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.initbench.plot.Picture;
import org.initbench.report.ReportTable.Column;
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
        line("# " + escaped(data.title()));
        data.verdict().findings().forEach(this::add);
        if (data.comparison() != null) {
            line("Not compared with the published table: " + escaped(data.comparison()) + ".");
        }
        data.tables().forEach(this::add);
        if (!pictures.isEmpty()) {
            line("## Pictures");
            pictures.forEach(picture -> item("[" + escaped(picture.title()) + "](" + plots + "/" + picture.fileName()
                    + "): " + escaped(picture.description())));
            page.append('\n');
        }
        add(data.reproduction());
        line("## Made with");
        data.facts().forEach((name, value) -> item(escaped(name) + ": " + escaped(value)));
        return page.toString();
    }

    private void add(Finding finding) {
        String variant =
                finding.variant().isEmpty() ? "" : "`" + finding.variant().replace('`', '\'') + "`: ";
        line(variant + "**" + escaped(finding.sentence()) + "**");
        finding.details().forEach(detail -> item(escaped(detail)));
        page.append('\n');
    }

    private void add(ReportTable table) {
        line("## " + escaped(table.title()));
        if (!table.note().isEmpty()) {
            line(escaped(table.note()));
        }
        row(table.columns().stream().map(Column::label).toList());
        page.append(table.columns().stream()
                .map(column -> column.isNumber() ? "---:" : "---")
                .collect(Collectors.joining(" | ", "| ", " |\n")));
        table.rows().forEach(row -> row(row.cells()));
        page.append('\n');
    }

    private void add(Reproduction reproduction) {
        line("## The same run again");
        if (!reproduction.fileName().isEmpty()) {
            line("Save the study as `" + reproduction.fileName() + "`:");
            block("yaml", reproduction.study());
        }
        block("sh", String.join("\n", reproduction.steps()));
        if (!reproduction.note().isEmpty()) {
            line(reproduction.note());
        }
    }

    private void row(List<String> cells) {
        page.append(cells.stream().map(MarkdownPage::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
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

    /** As it is, whatever Markdown would make of it; line ends would break a table. */
    private static String escaped(String text) {
        return text.replaceAll("\\R", " ")
                .replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1")
                .replace("&", "&amp;");
    }
}
