package org.initbench.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initbench.config.InvalidInputException;
import org.initbench.config.StudyFiles;
import org.initbench.document.Figure.Bound;
import org.initbench.document.Figure.Claim;
import org.initbench.scenario.Scenarios;
import org.initbench.testing.Mnist;
import org.initbench.trial.Planner;
import org.initbench.trial.StudyRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prevents published figures from being held against a study they do not belong to, or kept from one they do. */
class DocumentTest {

    private static final Document DOCUMENT = new Document(
            "somewhere",
            Map.of("network", yaml("{hidden: [10, 5], activation: relu}"), "training.l2", yaml("0")),
            0.01,
            0,
            "",
            List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{network: {hidden: [10, 5], activation: relu}, training: {l2: 0}}",
                "{network: {hidden: [10, 5], activation: relu}, training: {l2: 0.0}}",
                "{network: {hidden: [10, 5], activation: relu}, training: {l2: '0'}}",
                "{training: {l2: 0e0, learningRate: 3}, network: {activation: relu, hidden: [10, 5]}, seed: 4}",
            })
    void aStudyUnderTheConditionsDoesNotDiffer(String study) {
        assertThat(DOCUMENT.difference(yaml(study))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[10, 6]", "[10]", "[10, 5, 5]", "[5, 10]", "10"})
    void aConditionOnAListHoldsForEveryElement(String hidden) {
        Document document = new Document("", Map.of("network.hidden", yaml("[10, 5]")), 0.01, 0, "", List.of());
        assertThat(document.difference(yaml("{network: {hidden: " + hidden + "}}")))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("network.hidden is "));
    }

    @ParameterizedTest
    @CsvSource({"0.001, 0.001", "5e-2, 0.05", "text, text", "[0], [0]"})
    void theDifferenceNamesConditionAndBothValues(String given, String shown) {
        assertThat(DOCUMENT.difference(
                        yaml("{network: {hidden: [10, 5], activation: relu}, training: {l2: " + given + "}}")))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .startsWith("training.l2 is ")
                        .contains(shown)
                        .endsWith("the document has 0"));
    }

    @Test
    void aMissingFieldIsADifference() {
        assertThat(DOCUMENT.difference(yaml("{network: {hidden: [10, 5], activation: relu}}")))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("training.l2 is "));
    }

    @Test
    void theBuiltInStudyMeetsTheConditionsOfItsDocument(@TempDir Path empty) {
        assertThat(Document.named("moons").difference(resolved(empty, ""))).isEmpty();
        assertThat(Document.named("moons").difference(resolved(empty, "training.iterations=0,seed=7")))
                .isEmpty();
        assertThat(Document.named("moons").difference(resolved(empty, "data.noise=0.1")))
                .hasValue("data.noise is 0.1 and the document has 0.05");
    }

    @Test
    void theMoonsDocumentHasItsPrintedFigures() {
        Document moons = Document.named("moons");
        assertThat(moons.learningRate()).isEqualTo(0.01);
        assertThat(moons.figures())
                .contains(
                        figure("zeros", "train_loss", 10000, 0.6931471805599455, 5e-17, 1e-9, true),
                        figure("normal(std=10)", "train_loss", 0, Double.POSITIVE_INFINITY, 0, null, false),
                        figure("normal(std=10)", "test_accuracy", 15000, 0.87, 0.005, 0.0, true),
                        figure("he_normal", "train_loss", 14000, 0.00755073011114619, 5e-18, 1e-9, true));
    }

    private static Figure figure(
            String init,
            String quantity,
            int iteration,
            double value,
            double lastDigit,
            @Nullable Double relative,
            boolean isJudged) {
        Double tolerance = relative == null ? null : (Double) (relative * value);
        return new Figure(
                new Cell(null, init, quantity, null, 0, iteration),
                null,
                new Claim(value, Bound.NONE, lastDigit, tolerance, 0, isJudged));
    }

    @Test
    void everyNameHasADocument() {
        assertThat(Document.NAMES)
                .allSatisfy(name -> assertThat(Document.named(name).figures()).isNotEmpty());
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> Document.named("suns"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("suns");
    }

    private static JsonNode resolved(Path folder, String assignments) {
        Planner planner = new Planner(new StudyFiles(folder), Scenarios.builtIn(), Mnist.FOLDERS);
        return planner.plan(StudyRequest.named("moons").with(assignments)).resolved();
    }

    private static JsonNode yaml(String text) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(text);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    private static final String PRINTED =
            """
            source: a book
            figures:
              - init: he_normal
                quantity: activation
                statistic: std
                layers: [0, 1, last]
                values: [0.50, 1.2e-3, 7]
            """;

    @Test
    void digitsAreThoseThatArePrinted(@TempDir Path folder) throws IOException {
        Document document = read(folder, PRINTED);
        assertThat(document.learningRate()).isNull();
        assertThat(document.figures())
                .extracting(figure -> figure.claim().lastDigit())
                .containsExactly(0.005, 5e-5, 0.5);
        assertThat(document.figures())
                .extracting(figure -> figure.cell().layer())
                .containsExactly(0, 1, Cell.LAST);
    }

    @Test
    void whatARatioDoesNotSayIsTheNumerators(@TempDir Path folder) throws IOException {
        Document document =
                read(folder, PRINTED.replace("values: [0.50, 1.2e-3, 7]", "atLeast: 2\n    ratioTo: {layers: 0}"));
        assertThat(document.figures())
                .extracting(figure -> figure.ratioTo())
                .containsOnly(new Cell(null, "he_normal", "activation", "std", 0, 0));
    }

    @Test
    void everyMistakeIsTold(@TempDir Path folder) {
        String wrong = PRINTED.replace("source: a book", "sauce: a book")
                .replace("std", "sdt")
                .replace("he_normal", "he_norml")
                .replace("[0, 1, last]", "[0, -1]")
                .replace("7]", "seven]\n    atMost: 1");
        assertThatThrownBy(() -> read(folder, wrong))
                .isInstanceOfSatisfying(InvalidInputException.class, invalid -> assertThat(invalid.problems())
                        .containsExactlyInAnyOrder(
                                "document.source: say where the figures were published",
                                "document.sauce: unknown key; did you mean source?",
                                "document.figures[0].init: there is no initializer he_norml; did you mean he_normal?",
                                "document.figures[0].statistic: sdt is not known; did you mean std?",
                                "document.figures[0].layers: [0,-1] is not allowed; give a list of whole numbers of at least 0"
                                        + " and the word last",
                                "document.figures[0].values: give one of values, atLeast and atMost"));
    }

    @Test
    void whatIsNoNumberIsTold(@TempDir Path folder) {
        assertThatThrownBy(() -> read(folder, PRINTED.replace("7]", "seven]")))
                .hasMessageContaining("seven")
                .hasMessageContaining("give a list of numbers");
    }

    @Test
    void asManyValuesAsPlaces(@TempDir Path folder) {
        assertThatThrownBy(() -> read(folder, PRINTED.replace(", 7]", "]")))
                .hasMessageContaining("2 values stand beside 3 places");
    }

    @Test
    void aDocumentLiesBesideItsStudyAndStaysInIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("table.yaml"), PRINTED);
        Path study = folder.resolve("mine.yaml");
        Files.writeString(study, Files.readString(Path.of("configs/activations.yaml")) + "document: table.yaml\n");
        JsonNode resolved = new Planner(new StudyFiles(folder), Scenarios.builtIn(), Mnist.FOLDERS)
                .plan(new StudyRequest(null, study, null, false, Map.of(), "", null))
                .resolved();
        assertThat(Document.ofStudy(resolved).orElseThrow()).isEqualTo(read(folder, PRINTED));
        assertThat(Document.ofStudy(new ObjectMapper().readTree(resolved.toString()))
                        .orElseThrow())
                .isEqualTo(read(folder, PRINTED));
    }

    @Test
    void whatIsNoDocumentIsRefusedWithTheStudy(@TempDir Path folder) {
        assertThatThrownBy(() -> resolved(folder, "document=mons"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there is no file mons")
                .hasMessageContaining("did you mean moons?");
    }

    private static Document read(Path folder, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("read.yaml"), text);
        return Document.of(Document.find("read.yaml", List.of(file)).orElseThrow());
    }
}
