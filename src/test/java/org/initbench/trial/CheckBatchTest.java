package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.initbench.config.Training;
import org.initbench.testing.Plans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prevents a check of a large network from taking more memory than there is. */
class CheckBatchTest {

    @ParameterizedTest
    @CsvSource({"1, 32", "2097152, 32", "2097153, 31", "10000000, 6", "16777216, 4", "900000000000, 4"})
    void theMinibatchShrinksWithTheActivationsOfAnExample(long activations, int size) {
        Training training = Plans.of("moons", "training.batchSize=32").study().training();
        assertThat(CheckBatch.of(training, OptionalLong.of(activations), 300).batchSize())
                .isEqualTo(size);
    }
}
