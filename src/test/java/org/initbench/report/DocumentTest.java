package org.initbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.config.StudyFiles;
import org.initbench.report.Document.Figure;
import org.initbench.scenario.Scenarios;
import org.initbench.testing.Mnist;
import org.initbench.trial.Planner;
import org.initbench.trial.StudyRequest;
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
        Document document = new Document("", Map.of("network.hidden", yaml("[10, 5]")), 0.01, List.of());
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
                        new Figure("zeros", "train_loss", 10000, 0.6931471805599455, Optional.of(1e-9)),
                        new Figure("normal(std=10)", "train_loss", 0, Double.POSITIVE_INFINITY, Optional.empty()),
                        new Figure("normal(std=10)", "test_accuracy", 15000, 0.87, Optional.of(0.0)),
                        new Figure("he_normal", "train_loss", 14000, 0.00755073011114619, Optional.of(1e-9)));
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
        Planner planner = new Planner(new StudyFiles(folder), Scenarios.builtIn(), Document.NAMES, Mnist.FOLDERS);
        return planner.plan(StudyRequest.named("moons").with(assignments)).resolved();
    }

    private static JsonNode yaml(String text) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(text);
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }
}
