package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initbench.testing.Trials.key;
import static org.initbench.testing.Trials.withCurve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.report.Document.Figure;
import org.initbench.result.CurvePoint;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents agreement from being claimed for figures that were never measured, or measured in another trial. */
class DocumentComparisonTest {

    private static final CurvePoint START = new CurvePoint(0, 0, 0.01, new Scores(0.5, 0.25), new Scores(0.75, 0.125));
    private static final CurvePoint LATER = new CurvePoint(1000, 1000, 0.01, new Scores(0.375, 1.0), Scores.NONE);

    @ParameterizedTest
    @CsvSource({"train_loss, 0.5", "train_accuracy, 0.25", "test_loss, 0.75", "test_accuracy, 0.125"})
    void quantitiesAreThoseOfTheLearningCurve(String quantity, double measured) {
        assertThat(row(figure(quantity, 0, 1, 0.1)).measured()).isEqualTo(measured);
    }

    @Test
    void toleranceIsAFractionOfThePrintedValue() {
        DocumentRow near = row(figure("train_loss", 1000, -0.25, 0.5));
        assertThat(near.difference()).isEqualTo(0.625);
        assertThat(near.tolerance()).isEqualTo(0.125);
        assertThat(near.matches()).isFalse();
    }

    @Test
    void aDifferenceOfExactlyTheToleranceMatches() {
        assertThat(row(figure("train_loss", 1000, 0.25, 0.5)).matches()).isTrue();
        assertThat(row(figure("train_loss", 1000, 0.25, 0.4999)).matches()).isFalse();
        assertThat(row(figure("train_accuracy", 1000, 1, 0)).matches()).isTrue();
        assertThat(row(figure("train_accuracy", 1000, 0.999, 0)).matches()).isFalse();
    }

    @Test
    void withoutAToleranceNothingIsJudged() {
        Figure figure = new Figure("he_normal", "train_loss", 0, Double.POSITIVE_INFINITY, Optional.empty());
        assertThat(row(figure))
                .isEqualTo(new DocumentRow(
                        "moons",
                        "base",
                        "he_normal",
                        "train_loss",
                        0,
                        Double.POSITIVE_INFINITY,
                        0.5,
                        Double.NEGATIVE_INFINITY,
                        null,
                        null));
    }

    @Test
    void whatWasNotMeasuredIsEmpty() {
        for (Figure figure : List.of(figure("train_loss", 2000, 0.25, 0.5), figure("test_accuracy", 1000, 0.25, 0.5))) {
            DocumentRow row = row(figure);
            assertThat(row.document()).isEqualTo(0.25);
            assertThat(row.measured()).isNull();
            assertThat(row.difference()).isNull();
            assertThat(row.matches()).isNull();
        }
    }

    @Test
    void anUnknownQuantityIsRefused() {
        assertThatThrownBy(() -> row(figure("speed", 0, 1, 1))).hasMessageContaining("speed");
    }

    @Test
    void onlyTheFirstRepetitionAtTheDocumentsRateIsCompared() {
        List<TrialResult> trials = List.of(
                withCurve(key("he_normal", 1), START),
                withCurve(new TrialKey("moons", "", "he_normal", 0.1, 0), START),
                withCurve(key("zeros", 0), START));
        assertThat(DocumentComparison.rows(document(figure("train_loss", 0, 1, 1)), trials))
                .isEmpty();
    }

    @Test
    void rowsFollowTheDocumentAndThenTheTrials() {
        Document document = document(figure("train_loss", 1000, 1, 1), figure("train_loss", 0, 1, 1));
        List<TrialResult> trials = List.of(
                withCurve(new TrialKey("moons", "b", "he_normal", 0.01, 0), START, LATER),
                withCurve(new TrialKey("moons", "a", "he_normal", 0.01, 0), START, LATER));
        assertThat(DocumentComparison.rows(document, trials))
                .extracting(row -> row.iteration() + row.variant())
                .containsExactly("1000b", "1000a", "0b", "0a");
    }

    @Test
    void writesTheGoldenFile(@TempDir Path folder) throws IOException {
        String spec = "normal(mean=0,std=10)";
        DocumentRow differing =
                new DocumentRow("moons", "base", spec, "train_loss", 14000, 0.25, 0.375, 0.125, 0.0025, false);
        DocumentRow unmeasured =
                new DocumentRow("moons", "base", "zeros", "train_loss", 0, 0.5, null, null, null, null);
        DocumentRow.table().write(folder, Stream.of(differing, unmeasured));
        Golden.assertSame(folder.resolve("document.csv"));
    }

    private static DocumentRow row(Figure figure) {
        List<DocumentRow> rows =
                DocumentComparison.rows(document(figure), List.of(withCurve(key("he_normal", 0), START, LATER)));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Figure figure(String quantity, int iteration, double value, double relativeTolerance) {
        return new Figure("he_normal", quantity, iteration, value, Optional.of(relativeTolerance));
    }

    private static Document document(Figure... figures) {
        return new Document("somewhere", Map.of(), 0.01, List.of(figures));
    }
}
