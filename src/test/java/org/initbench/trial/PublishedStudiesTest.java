package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initbench.document.Document;
import org.initbench.document.DocumentComparison;
import org.initbench.document.DocumentRow;
import org.initbench.result.Metric;
import org.initbench.result.RunResults;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents published tables from standing beside studies that they do not belong to, and their page from figures of its own. */
class PublishedStudiesTest {

    private static final Path FOLDER = Path.of("configs/published");
    private static final Path REFERENCE = Path.of("results/reference/published");

    static List<String> studies() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith("-document.yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreAtLeastTen() throws IOException {
        assertThat(studies()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void aStudyMeetsTheConditionsOfItsDocument(String study) {
        Plan plan = plan(study, "");
        Document document = Document.ofStudy(plan.resolved()).orElseThrow();
        assertThat(document.difference(plan.resolved())).isEmpty();
        assertThat(document.conditions()).isNotEmpty();
        assertThat(document.figures()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void thePageHasTheTableOfEachStudyAsItWasMade(String study) throws IOException {
        String table = Files.readString(REFERENCE.resolve(study).resolve("table.md"));
        List<String> rows = table.lines().filter(line -> line.startsWith("|")).toList();
        assertThat(Files.readAllLines(Path.of("docs/published.md"))).containsSequence(rows);
        List<String> figures = Files.readAllLines(REFERENCE.resolve(study).resolve("document.csv"));
        Document document = Document.ofStudy(plan(study, "").resolved()).orElseThrow();
        assertThat(figures).hasSize(document.figures().size() + 1);
        assertThat(rows).hasSize(document.figures().size() + 2);
    }

    /** By chance one of a hundred figures would differ; with this seed none does. */
    @ParameterizedTest
    @ValueSource(strings = {"cs231n-tanh", "cs231n-relu"})
    @Tag("slow")
    void whatIsCheapIsReproduced(String study) {
        Plan plan = plan(study, "repetitions=5");
        List<TrialResult> trials =
                plan.trials().stream().map(new TrialRunner(0)::run).toList();
        RunResults run = new RunResults(
                study, "", Metric.TRAIN_LOSS, Double.NaN, plan.resolved(), trials, Trials.layers(trials));
        assertThat(DocumentComparison.rows(Document.ofStudy(plan.resolved()).orElseThrow(), run))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        row -> assertThat(row.agreement()).as(row.toString()).isEqualTo("yes"))
                .extracting(DocumentRow::repetitions)
                .containsOnly(5);
    }

    private static Plan plan(String study, String set) {
        return Plans.of(new StudyRequest(null, FOLDER.resolve(study + ".yaml"), null, false, Map.of(), set, null));
    }
}
