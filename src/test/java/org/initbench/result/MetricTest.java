package org.initbench.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents a study without a target from being judged by how well it remembers its training set. */
class MetricTest {

    @ParameterizedTest
    @CsvSource({
        "usual, true, true, test_accuracy",
        "usual, true, false, test_loss",
        "usual, false, true, train_accuracy",
        "usual, false, false, train_loss",
        "train_loss, true, true, train_loss"
    })
    void aStudyIsJudgedByItsTargetElseByWhatItsDataAllow(
            String target, boolean hasTest, boolean isClassifier, String metric) {
        assertThat(Metric.ofTarget(target, hasTest, isClassifier).column()).isEqualTo(metric);
    }
}
