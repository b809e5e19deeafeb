package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.initbench.data.Classification.Settings;
import org.initbench.testing.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prevents examples or splits that differ from scikit-learn's, so that no published figure on them could be met. */
class ClassificationTest {

    static Stream<JsonNode> sets() {
        return Reference.items("numpy/classification.json", "sets");
    }

    @Test
    void drawsTheExamplesOfTheDocument() {
        List<CSVRecord> expected = Reference.csv("make-classification-seed42.csv");
        Classification drawn = Classification.make(Settings.of(1000, 20), 42);
        assertThat(drawn.points()).hasDimensions(1000, 20);
        for (int i = 0; i < 1000; i++) {
            CSVRecord row = expected.get(i);
            for (int feature = 0; feature < 20; feature++) {
                assertThat(drawn.points()[i][feature]).isCloseTo(Double.parseDouble(row.get(feature)), within(1e-12));
            }
            assertThat(drawn.labels()[i]).isEqualTo(Integer.parseInt(row.get("label")));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void drawsScikitLearnsExamplesForOtherSettings(JsonNode set) {
        Settings settings = new Settings(
                number(set, "samples"),
                number(set, "features"),
                number(set, "informative"),
                number(set, "redundant"),
                number(set, "classes"),
                number(set, "clusters_per_class"),
                set.required("flip").doubleValue(),
                set.required("separation").doubleValue());
        Classification drawn =
                Classification.make(settings, set.required("seed").longValue());
        assertThat(drawn.labels()).containsExactly(numbers(set.required("labels")));
        for (int i = 0; i < settings.samples(); i++) {
            for (int feature = 0; feature < settings.features(); feature++) {
                assertThat(drawn.points()[i][feature])
                        .isCloseTo(
                                set.required("points")
                                        .required(i)
                                        .required(feature)
                                        .doubleValue(),
                                within(1e-12));
            }
        }
    }

    @Test
    void splitsAsTheDocumentDoes() {
        JsonNode expected = Reference.json("train-test-split-seed42.json");
        TrainTestSplit split = TrainTestSplit.of(1000, 0.2, 42);
        assertThat(split.test()).containsExactly(numbers(expected.required("test_indices")));
        assertThat(split.train()).hasSize(800).startsWith(numbers(expected.required("train_indices_first_10")));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Classification.make(new Settings(10, 3, 2, 2, 2, 2, 0, 1), 1))
                .hasMessage("informative and redundant features are more than 3");
        assertThatThrownBy(() -> Classification.make(new Settings(10, 8, 2, 2, 3, 2, 0, 1), 1))
                .hasMessage("6 clusters do not fit the corners of a cube in 2 dimensions");
    }

    private static int number(JsonNode set, String key) {
        return set.required(key).intValue();
    }

    private static int[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray();
    }
}
