package org.initbench.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.initbench.result.DurableFile;

/** {@code report.html}: one file with everything in it, which opens without a network. */
final class HtmlPage {

    private static final String ECHARTS = "META-INF/maven/org.webjars/echarts/pom.properties";

    /** Parts of one script, in an order in which each finds what it needs when it is read. */
    private static final List<String> SCRIPT = List.of(
            "figures",
            "elements",
            "state",
            "looks",
            "charts",
            "series",
            "leaders",
            "finals",
            "marked-axis",
            "trend",
            "curves",
            "predicted",
            "rates",
            "measured",
            "layers",
            "over-time",
            "numbers",
            "histograms",
            "tables",
            "settled",
            "controls",
            "ends",
            "page");

    private HtmlPage() {}

    /**
     * Writes the page.
     *
     * @throws IOException if it cannot be written
     */
    static void write(Path file, PageData data) throws IOException {
        String page = fill(
                resource("report/report.html"),
                "/*STYLE*/",
                resource("report/report.css"),
                "/*LIBRARY*/",
                library(),
                "/*DATA*/",
                PageJson.of(data),
                "/*SCRIPT*/",
                script());
        DurableFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each placeholder stands once, after those before it, so that nothing that was put in is searched. */
    private static String fill(String template, String... replacements) {
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (int i = 0; i < replacements.length; i += 2) {
            int at = template.indexOf(replacements[i], from);
            page.append(template, from, at).append(replacements[i + 1]);
            from = at + replacements[i].length();
        }
        return page.append(template.substring(from)).toString();
    }

    private static String script() throws IOException {
        StringBuilder script = new StringBuilder();
        for (String part : SCRIPT) {
            script.append(resource("report/script/" + part + ".js")).append('\n');
        }
        return script.toString();
    }

    private static String library() throws IOException {
        Properties version = new Properties();
        try (InputStream properties = open(ECHARTS)) {
            version.load(properties);
        }
        String library =
                resource("META-INF/resources/webjars/echarts/" + version.getProperty("version") + "/echarts.min.js");
        if (library.contains("</script") || library.contains("<!--")) {
            throw new IllegalStateException("the charting library cannot stand inside of a page");
        }
        return library;
    }

    /** The text of a file of the jar. */
    static String resource(String name) throws IOException {
        try (InputStream content = open(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) {
        InputStream content = HtmlPage.class.getClassLoader().getResourceAsStream(name);
        if (content == null) {
            throw new IllegalStateException("there is no resource " + name);
        }
        return content;
    }
}
