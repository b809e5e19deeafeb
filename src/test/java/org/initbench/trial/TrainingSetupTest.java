package org.initbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.initbench.config.Training;
import org.initbench.config.Training.Precision;
import org.initbench.config.Training.Sgd;
import org.initbench.config.Training.Triangular;
import org.initbench.result.TrialKey;
import org.initbench.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Prevents repetitions that share DL4J's seed, and precisions or rates other than the study's. */
class TrainingSetupTest {

    @Test
    void precisionBecomesTheDataTypeOfTheNetwork() {
        for (Precision precision : Precision.values()) {
            DataType type = TrainingSetup.builder(Trainings.plain(precision), key(0), 1)
                    .build()
                    .getDataType();
            assertThat(type).hasToString(precision.name());
            assertThat(TrainingSetup.type(Trainings.plain(precision))).isEqualTo(type);
        }
    }

    @Test
    void theConstantRateIsThatOfTheTrial() {
        assertThat(TrainingSetup.rate(Trainings.with(new Sgd()), 0.25).valueAt(1000, 3))
                .isEqualTo(0.25);
    }

    @Test
    void theTriangularRateIsThatOfTheSchedule() {
        assertThat(TrainingSetup.rate(Trainings.with(new Sgd(), new Triangular(0.1, 0.3, 5)), 0.25)
                        .valueAt(5, 0))
                .isEqualTo(0.3);
    }

    @ParameterizedTest
    @CsvSource({"sgd,Sgd", "momentum,HeavyBall", "nesterov,Nesterovs", "adam,Adam", "rmsprop,RmsProp"})
    void everyUpdaterOfAStudyComesToDl4jAsItself(String name, String inDl4j) {
        Training training = Plans.of("moons", "training.updater={name: " + name + "}")
                .study()
                .training();
        assertThat(TrainingSetup.builder(training, key(0), 1)
                        .getIUpdater()
                        .getClass()
                        .getSimpleName())
                .isEqualTo(inDl4j);
    }

    @ParameterizedTest
    @CsvSource({"constant,FixedSchedule", "triangular,TriangularRate"})
    void everyScheduleOfAStudyComesToDl4jAsItself(String name, String inDl4j) {
        Training training = Plans.of("moons", "training.schedule={name: " + name + "}")
                .study()
                .training();
        assertThat(TrainingSetup.rate(training, 0.25).getClass().getSimpleName())
                .isEqualTo(inDl4j);
    }

    @Test
    void seedsArePositiveAndDifferByRepetitionAndStudy() {
        assertThat(seed(0, 1)).isPositive().isEqualTo(seed(0, 1));
        assertThat(seed(1, 1)).isPositive().isNotEqualTo(seed(0, 1));
        assertThat(seed(0, 2)).isPositive().isNotEqualTo(seed(0, 1));
    }

    private static long seed(int repetition, long studySeed) {
        return TrainingSetup.builder(Trainings.with(new Sgd()), key(repetition), studySeed)
                .build()
                .getSeed();
    }

    private static TrialKey key(int repetition) {
        return new TrialKey("moons", "", "zeros", 0.1, repetition);
    }
}
