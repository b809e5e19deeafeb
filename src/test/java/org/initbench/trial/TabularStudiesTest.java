package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.initbench.config.InvalidInputException;
import org.initbench.document.Document;
import org.initbench.document.DocumentComparison;
import org.initbench.document.DocumentRow;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.initbench.testing.Plans;
import org.initbench.testing.Trials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prevents studies of a few features from showing something else than they are there to show. */
class TabularStudiesTest {

    @TempDir
    private Path folder;

    @Test
    void zerosCannotTellWhatALineTellsAndTheOthersCan() {
        for (TrialResult trial : Studies.run("separable", "repetitions=1")) {
            if (trial.key().init().equals("zeros")) {
                assertThat(trial.train().accuracy()).isCloseTo(0.56, within(0.02));
            } else {
                assertThat(trial.train().accuracy()).as(trial.key().init()).isGreaterThan(0.95);
            }
            assertThat(trial.test().accuracy()).isNull();
        }
    }

    @Test
    void aNetworkOfZerosStaysWhereTheDocumentHasIt() {
        List<TrialResult> trials = Studies.run("classification", "initializers=[zeros],repetitions=1");
        assertThat(trials.get(0).train().loss()).isCloseTo(0.6931, within(0.0005));
        assertThat(trials.get(0).test().accuracy()).isCloseTo(0.465, within(1e-12));
        List<DocumentRow> rows = DocumentComparison.rows(Document.named("classification"), Trials.run(trials));
        assertThat(rows).hasSize(18).extracting(DocumentRow::measured).doesNotContainNull();
        assertThat(rows)
                .extracting(DocumentRow::matches)
                .filteredOn(matches -> matches != null)
                .hasSize(11)
                .containsOnly(true);
    }

    @Test
    void normalizationComesBeforeTheActivationAndIsMeasuredSo() {
        TrialResult trial = Studies.run(
                        "classification",
                        "initializers=[normal(5)],repetitions=1,training.epochs=1,network.batchNorm=true")
                .get(0);
        assertThat(trial.outcome()).isEqualTo(new Outcome.Completed());
        LayerRow preactivation = row(trial, Quantity.PREACTIVATION);
        assertThat(preactivation.statistics().std())
                .as("of what was normalized")
                .isCloseTo(1, within(0.01));
        assertThat(row(trial, Quantity.ACTIVATION).statistics().min()).isZero();
        assertThat(trial.layers()).extracting(LayerRow::name).doesNotContain("0_b");
    }

    private static LayerRow row(TrialResult trial, Quantity quantity) {
        return trial.layers().stream()
                .filter(row -> row.iteration() == 0 && row.layer() == 0 && row.quantity() == quantity)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCsvFileCanBeTrainedOn() throws IOException {
        String rows = IntStream.range(0, 90)
                .mapToObj(i -> i + "," + 1000 * (i % 3) + "," + "abc".charAt(i % 3))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("kinds.csv"), "noise,signal,kind\n" + rows + "\n");
        TrialResult trial = Studies.run(
                        "classification",
                        csv(file) + ",data.label=kind,data.scaling=standardized,"
                                + "training.learningRate=0.01,training.epochs=20,initializers=[he_normal],repetitions=1")
                .get(0);
        assertThat(trial.dataset()).isEqualTo("kinds.csv");
        assertThat(trial.test().accuracy()).isEqualTo(1);
    }

    @Test
    void aMissingFileOrColumnEndsBeforeAnyTrial() throws IOException {
        assertThatThrownBy(() -> Plans.of("classification", csv(folder.resolve("no.csv"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("data.file: there is no file ");
        Path file = Files.writeString(folder.resolve("kinds.csv"), "a,kind\n1,x\n2,y\n3,x\n4,y\n5,x\n6,y\n");
        assertThatThrownBy(() -> Plans.of("classification", csv(file)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no column label");
        assertThatThrownBy(() -> Plans.of("classification", "data.features=3"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("data.features: informative and redundant features are more than 3");
    }

    private static String csv(Path file) {
        return "data.source=csv,data.file=" + file;
    }
}
