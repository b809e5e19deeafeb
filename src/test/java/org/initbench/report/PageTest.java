package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initbench.config.StudyFiles;
import org.initbench.plot.Picture;
import org.initbench.report.Pages.Shape;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.scenario.Scenarios;
import org.initbench.testing.Mnist;
import org.initbench.trial.Planner;
import org.initbench.trial.StudyRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents pages that are too large to open, that break out of their data, or that cannot bring their run back. */
class PageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FIVE_MEGABYTES = 5_000_000;

    @TempDir
    private Path folder;

    /**
     * The largest of everything in the studies that come with initbench, put together (depth's variants and layers, mnist's
     * initializers, probed iterations and repetitions, longer curves than any), and every initializer at many learning rates.
     */
    static Stream<Arguments> largeRuns() {
        List<Integer> probed = List.of(0, 1, 10, 100, 1000);
        return Stream.of(
                Arguments.of(shape(4, 6, 1, 3, 32, probed, 3000), "at most 400 iterations, evenly"),
                Arguments.of(shape(1, 25, 8, 1, 2, probed, 100), "istograms"),
                Arguments.of(shape(4, 25, 5, 1, 2, List.of(0), 10), "most important are shown"));
    }

    private static Shape shape(
            int variants,
            int inits,
            int rates,
            int repetitions,
            int layers,
            List<Integer> iterations,
            int curvePoints) {
        return new Shape(
                "Large",
                IntStream.range(0, variants).mapToObj(i -> "network.depth=" + i).toList(),
                IntStream.range(0, inits)
                        .mapToObj(i -> "variance_scaling(scale=" + i + ", mode=fan_in, distribution=normal)")
                        .toList(),
                IntStream.range(1, rates + 1).mapToObj(i -> i / 100.0).toList(),
                repetitions,
                layers,
                iterations,
                curvePoints);
    }

    @ParameterizedTest
    @MethodSource("largeRuns")
    void aLargeRunStaysBelowFiveMegabytes(Shape large, String leftOut) throws IOException {
        PageData page = Pages.page(large);
        HtmlPage.write(folder.resolve("report.html"), page);
        assertThat(Files.size(folder.resolve("report.html"))).isLessThan(FIVE_MEGABYTES);
        assertThat(page.groups())
                .hasSize(large.variants().size()
                        * large.inits().size()
                        * large.rates().size());
        assertThat(Stream.concat(page.notes().stream(), page.tables().stream().map(ReportTable::note)))
                .anySatisfy(note -> assertThat(note).contains(leftOut));
    }

    @Test
    void aTableThatIsCutSaysSoAndKeepsTheOwnBestRates() {
        List<Row> rows = IntStream.range(0, 10)
                .mapToObj(i -> new Row("", i % 5 == 4 ? Rate.OWN_BEST : Rate.of(i), List.of(), List.of("cell" + i)))
                .toList();
        ReportTable table = new ReportTable("id", "Title", "Note.", List.of(Column.text("label")), rows);
        ReportTable cut = new PageBudget(HistogramBudget.ALL, 1, 1, 3).cut(table);
        assertThat(cut.rows()).containsExactly(rows.get(4), rows.get(9), rows.get(0));
        assertThat(cut.note()).startsWith("Note. Of 10 rows, the 3 most important are shown");
        assertThat(new PageBudget(HistogramBudget.ALL, 1, 1, 10).cut(table)).isEqualTo(table);
    }

    @Test
    void dataCannotEndTheirElementAndReadBackAsTheyWere() throws IOException {
        String hostile = "</script><!-- & '\" \u2028\u2029 \\ \u0000 é";
        String json = PageJson.of(Map.of("text", hostile));
        assertThat(json).doesNotContain("<", ">", "&", "'", "\u2028", "\u2029");
        assertThat(JSON.readTree(json).path("text").asText()).isEqualTo(hostile);
    }

    @Test
    void numbersHaveSixDigitsAndWhatIsNoNumberIsSaidToBe() throws IOException {
        List<Double> values = Arrays.asList(
                1.0 / 3,
                -1e-300,
                123456789.0,
                0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                null);
        assertThat(PageJson.of(values))
                .isEqualTo("[0.333333,-1E-300,1.23457E8,0,\"NaN\",\"Infinity\",\"-Infinity\",null]");
        assertThat(JSON.readTree(PageJson.of(values)).get(2).asDouble()).isEqualTo(123457000);
    }

    @Test
    void markdownShowsNamesAsTheyAre() throws IOException {
        Shape shape =
                new Shape("A|B <b>*x*</b>", List.of(""), List.of("a|b\nc", "`d`\\"), List.of(0.1), 3, 1, List.of(0), 2);
        MarkdownPage.write(
                folder.resolve("report.md"),
                Pages.page(shape),
                List.of(new Picture("p.png", "A [picture]", "Seen.")),
                "plots");
        String text = Files.readString(folder.resolve("report.md"));
        assertThat(text)
                .startsWith("# A\\|B \\<b>\\*x\\*\\</b>\n")
                .containsPattern("\n\\| a\\\\\\|b c +\\| ")
                .containsPattern("\n\\| \\\\`d\\\\`\\\\\\\\ +\\| ")
                .contains("- [A \\[picture\\]](plots/p.png): Seen.")
                .contains("## Ranking", "## Pair by pair", "## The same run again");
    }

    @Test
    void theColumnsOfATextAlign() {
        String table = MarkdownTable.of(new ReportTable(
                "id",
                "Title",
                "",
                List.of(Column.text("init"), Column.number("loss"), Column.text("why")),
                List.of(
                        new Row(null, Rate.ANY, List.of(), List.of("he_normal", "0.5", "x".repeat(101))),
                        new Row(null, Rate.ANY, List.of(), List.of("ones", "-10.25", "good")))));
        assertThat(table.lines())
                .containsExactly(
                        "| init      |   loss | why  |",
                        "| --------- | -----: | ---- |",
                        "| he_normal |    0.5 | " + "x".repeat(101) + " |",
                        "| ones      | -10.25 | good |");
    }

    @Test
    void theTextListsInitializersOnceAtTheirOwnBestRates() throws IOException {
        Shape shape = new Shape("Rates", List.of(""), List.of("zeros", "lsuv"), List.of(0.1, 0.3), 3, 1, List.of(0), 2);
        MarkdownPage.write(folder.resolve("report.md"), Pages.page(shape), List.of(), "plots");
        String text = Files.readString(folder.resolve("report.md"));
        assertThat(section(text, "Ranking").filter(line -> line.startsWith("| zeros")))
                .hasSize(1)
                .allMatch(line -> line.contains("(own best)"));
        assertThat(section(text, "Pair by pair").filter(line -> line.startsWith("| ") && line.contains("zeros")))
                .hasSize(1);
        assertThat(section(text, "Learning rates").filter(line -> line.startsWith("| zeros")))
                .hasSize(2);
    }

    private static Stream<String> section(String text, String title) {
        String from = text.substring(text.indexOf("## " + title));
        int end = from.indexOf("\n## ");
        return from.substring(0, end < 0 ? from.length() : end).lines();
    }

    @Test
    void theStudyOfThePageGivesTheSameRunAgain(@TempDir Path empty) throws IOException {
        ObjectNode resolved = plan(empty, StudyRequest.named("moons").with("training.iterations=7"));
        Reproduction again = Reproduction.of(resolved, manifest("{}"), "moons");
        assertThat(again.steps()).containsExactly("mvn compile exec:java -Dconfig=moons.yaml");
        Path file = Files.writeString(empty.resolve(again.fileName()), again.study());
        JsonNode planned = plan(empty, new StudyRequest(null, file, null, false, Map.of(), "", null));
        assertThat(planned).isEqualTo(resolved);
    }

    @Test
    void theCommandOfTheManifestGoesFirst() throws IOException {
        ObjectNode manifest = manifest(
                "{\"command\": [\"-Dscenario=moons\", \"-Dset=a=it's\"], \"git\": {\"commit\": \"0123abc\", \"dirty\": true}}");
        Reproduction again = Reproduction.of(JSON.createObjectNode(), manifest, "moons");
        assertThat(again.steps())
                .containsExactly("git checkout 0123abc", "mvn compile exec:java -Dscenario=moons '-Dset=a=it'\\''s'");
        assertThat(again.fileName()).isEmpty();
        assertThat(again.note()).contains("uncommitted");
    }

    @Test
    void aStudyFromAFileIsSavedFirst() throws IOException {
        ObjectNode study = JSON.createObjectNode().put("scenario", "moons");
        Reproduction again =
                Reproduction.of(study, manifest("{\"command\": [\"-Dconfig=/home/me/moons.yaml\"]}"), "moons");
        assertThat(again.steps()).containsExactly("mvn compile exec:java -Dconfig=moons.yaml");
        assertThat(again.study()).isEqualTo("scenario: \"moons\"\n");
        assertThat(again.note()).isEmpty();
        Reproduction local = Reproduction.of(study, manifest("{\"command\": [\"-Dscenario=my study\"]}"), "my study");
        assertThat(local.steps()).containsExactly("mvn compile exec:java -Dconfig=my-study.yaml");
        assertThat(local.fileName()).isEqualTo("my-study.yaml");
    }

    @Test
    void aScenarioOfOnesOwnIsBroughtAlong() throws IOException {
        ObjectNode study = JSON.createObjectNode().put("scenario", "com.example.CircleScenario");
        ObjectNode manifest = manifest("{\"command\": [\"-Dconfig=circle.yaml\"], \"git\": {\"commit\": \"0123abc\"}}");
        Reproduction again = Reproduction.of(study, manifest, "circle");
        assertThat(again.steps())
                .containsExactly(
                        "git checkout 0123abc",
                        "mvn package -DskipTests",
                        "java -cp \"scenario.jar:target/initbench.jar\" -Dconfig=circle.yaml org.initbench.cli.Main");
        assertThat(again.fileName()).isEqualTo("circle.yaml");
        assertThat(again.note())
                .startsWith("The scenario com.example.CircleScenario does not come with initbench")
                .contains("class path");
    }

    private static ObjectNode manifest(String json) throws IOException {
        return (ObjectNode) JSON.readTree(json);
    }

    private static ObjectNode plan(Path folder, StudyRequest request) {
        return new Planner(new StudyFiles(folder), Scenarios.builtIn(), Mnist.FOLDERS)
                .plan(request)
                .resolved();
    }
}
