package org.initbench.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initbench.testing.Trials.key;
import static org.initbench.testing.Trials.withCurve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initbench.document.Figure.Bound;
import org.initbench.document.Figure.Claim;
import org.initbench.result.CurvePoint;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Statistics;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.testing.Golden;
import org.initbench.testing.Trials;
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
        Figure figure =
                figure(curve("train_loss", 0), new Claim(Double.POSITIVE_INFINITY, Bound.NONE, 0, null, 0, false));
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
                        null,
                        null,
                        null,
                        "",
                        "",
                        0.01,
                        1));
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
        assertThat(DocumentComparison.rows(document(figure("train_loss", 0, 1, 1)), Trials.run(trials)))
                .isEmpty();
    }

    @Test
    void rowsFollowTheDocumentAndThenTheTrials() {
        Document document = document(figure("train_loss", 1000, 1, 1), figure("train_loss", 0, 1, 1));
        List<TrialResult> trials = List.of(
                withCurve(new TrialKey("moons", "b", "he_normal", 0.01, 0), START, LATER),
                withCurve(new TrialKey("moons", "a", "he_normal", 0.01, 0), START, LATER));
        assertThat(DocumentComparison.rows(document, Trials.run(trials)))
                .extracting(row -> row.iteration() + row.variant())
                .containsExactly("1000b", "1000a", "0b", "0a");
    }

    @Test
    void writesTheGoldenFile(@TempDir Path folder) throws IOException {
        String spec = "normal(mean=0,std=10)";
        DocumentRow differing = new DocumentRow(
                "moons",
                "base",
                spec,
                "train_loss",
                14000,
                0.25,
                0.375,
                0.125,
                0.0025,
                false,
                null,
                null,
                "",
                "",
                0.01,
                1);
        DocumentRow unmeasured = new DocumentRow(
                "moons",
                "base",
                "zeros",
                "train_loss",
                0,
                0.5,
                null,
                null,
                null,
                null,
                "std",
                3,
                "layer 0",
                "at_least",
                0.01,
                0);
        DocumentRow.table().write(folder, Stream.of(differing, unmeasured));
        Golden.assertSame(folder.resolve("document.csv"));
    }

    private static DocumentRow row(Figure figure) {
        List<DocumentRow> rows = DocumentComparison.rows(
                document(figure), Trials.run(List.of(withCurve(key("he_normal", 0), START, LATER))));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void withoutARepetitionTheMeanIsComparedByTheLastDigit() {
        Document document = ofMeans(
                figure(curve("train_loss", 0), printed(0.40, 0.005)),
                figure(curve("train_loss", 0), printed(0.39, 0.005)));
        List<TrialResult> trials =
                List.of(withCurve(key("he_normal", 0), START), withCurve(key("he_normal", 1), atLoss(0.302)));
        assertThat(DocumentComparison.rows(document, Trials.run(trials)))
                .extracting(row -> row.measured() + " " + row.repetitions() + " " + row.matches())
                .containsExactly("0.401 2 true", "0.401 2 false");
    }

    @Test
    void aDrawIsJudgedByTheSpreadOfOurs() {
        // losses .4, .5, .6: deviation .1, t(.995, 2) = 9.925, √(1 + 1/3) = 1.1547, half = 1.146
        Claim within = new Claim(1.64, Bound.NONE, 0.005, null, 1, true);
        Claim beyond = new Claim(1.66, Bound.NONE, 0.005, null, 1, true);
        List<TrialResult> trials = List.of(
                withCurve(key("he_normal", 0), atLoss(0.4)),
                withCurve(key("he_normal", 1), atLoss(0.5)),
                withCurve(key("he_normal", 2), atLoss(0.6)));
        Document document = ofMeans(figure(curve("train_loss", 0), within), figure(curve("train_loss", 0), beyond));
        assertThat(DocumentComparison.rows(document, Trials.run(trials)))
                .extracting(DocumentRow::matches)
                .containsExactly(true, false);
        assertThat(DocumentComparison.rows(document, Trials.run(trials.subList(0, 2))))
                .extracting(DocumentRow::matches)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({"AT_LEAST, 2, true", "AT_LEAST, 2.1, false", "AT_MOST, 2, true", "AT_MOST, 1.9, false"})
    void aRatioIsHeldToABound(Bound bound, double value, boolean holds) {
        Figure figure = new Figure(
                curve("train_loss", 0),
                new Cell(null, "zeros", "train_loss", null, 0, 0),
                new Claim(value, bound, 0, null, 0, true));
        List<TrialResult> trials =
                List.of(withCurve(key("he_normal", 0), START), withCurve(key("zeros", 0), atLoss(0.25)));
        DocumentRow row =
                DocumentComparison.rows(document(figure), Trials.run(trials)).get(0);
        assertThat(row.measured()).isEqualTo(2);
        assertThat(row.ratioTo()).isEqualTo("zeros");
        assertThat(row.matches()).isEqualTo(holds);
        assertThat(row.tolerance()).isNull();
        assertThat(DocumentComparison.rows(document(figure), Trials.run(trials.subList(0, 1)))
                        .get(0)
                        .agreement())
                .isEqualTo("not reached");
    }

    @Test
    void statisticsOfLayersAreMeansAndTheLastIsFound() {
        List<TrialResult> trials = List.of(measured(0, 1), measured(1, 3));
        Cell first = new Cell(null, "he_normal", "activation", "std", 0, 0);
        Cell last = new Cell(null, "he_normal", "activation", "std", Cell.LAST, Cell.LAST);
        Document document = ofMeans(
                figure(first, printed(2, 0.5)),
                figure(last, printed(40, 0.5)),
                new Figure(last, first, printed(20, 0.5)),
                figure(new Cell(null, "he_normal", "bias", "std", 0, 0), printed(2, 0.5)));
        assertThat(DocumentComparison.rows(document, Trials.run(trials)))
                .extracting(row -> row.what() + ", " + row.iteration() + ": " + row.measured() + " " + row.agreement())
                .containsExactly(
                        "activation std, layer 0, 0: 2.0 yes",
                        "activation std, layer 1, 5: 40.0 yes",
                        "activation std, layer 1 / layer 0, iteration 0, 5: 20.0 yes",
                        "bias std, layer 0, 0: null not reached");
    }

    @Test
    void whatDivergedDidNotComplete() {
        Cell completed = new Cell(null, "he_normal", Cell.COMPLETED, null, 0, Cell.LAST);
        Document document = ofMeans(figure(completed, printed(0.5, 0.05)));
        List<TrialResult> trials = List.of(
                withCurve(key("he_normal", 0), START),
                Trials.ended("he_normal", 1, new Outcome.Diverged("loss NaN at iteration 1")));
        assertThat(DocumentComparison.rows(document, Trials.run(trials)))
                .extracting(DocumentRow::measured)
                .containsExactly(0.5);
    }

    /** Layers 0 and 1 at iterations 0 and 5, each ten times the one before in layers, and twice in iterations. */
    private static TrialResult measured(int repetition, double std) {
        List<LayerRow> rows = new ArrayList<>();
        for (int iteration : new int[] {0, 5}) {
            for (int layer = 0; layer < 2; layer++) {
                double value = std * (layer == 0 ? 1 : 10) * (iteration == 0 ? 1 : 2);
                rows.add(new LayerRow(
                        iteration,
                        layer,
                        "layer" + layer,
                        Quantity.ACTIVATION,
                        new Statistics(4, 0, value, -value, value, value, 0, value),
                        null,
                        null,
                        null,
                        null,
                        List.of()));
            }
        }
        return withCurve(key("he_normal", repetition), START).withLayers(rows);
    }

    private static CurvePoint atLoss(double loss) {
        return new CurvePoint(0, 0, 0.01, new Scores(loss, 0.25), Scores.NONE);
    }

    private static Claim printed(double value, double lastDigit) {
        return new Claim(value, Bound.NONE, lastDigit, null, 0, true);
    }

    private static Cell curve(String quantity, int iteration) {
        return new Cell(null, "he_normal", quantity, null, 0, iteration);
    }

    private static Figure figure(Cell cell, Claim claim) {
        return new Figure(cell, null, claim);
    }

    private static Figure figure(String quantity, int iteration, double value, double relativeTolerance) {
        return figure(
                curve(quantity, iteration),
                new Claim(value, Bound.NONE, 0, relativeTolerance * Math.abs(value), 0, true));
    }

    /** Of figures that are means over repetitions, printed without a tolerance. */
    private static Document ofMeans(Figure... figures) {
        return new Document("somewhere", Map.of(), null, null, "", List.of(figures));
    }

    private static Document document(Figure... figures) {
        return new Document("somewhere", Map.of(), 0.01, 0, "", List.of(figures));
    }
}
