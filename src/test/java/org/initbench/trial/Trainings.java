package org.initbench.trial;

import java.util.List;
import org.initbench.config.Training;
import org.initbench.config.Training.Constant;
import org.initbench.config.Training.Iterations;
import org.initbench.config.Training.Precision;
import org.initbench.config.Training.Schedule;
import org.initbench.config.Training.Sgd;
import org.initbench.config.Training.Updater;

/** Training sections, plain but for what a test names. */
final class Trainings {

    private Trainings() {}

    static Training plain(Precision precision) {
        return training(precision, new Sgd(), new Constant(), 0, false, true, 0, 0);
    }

    static Training with(Updater updater) {
        return with(updater, new Constant());
    }

    static Training with(Updater updater, Schedule schedule) {
        return training(Precision.DOUBLE, updater, schedule, 0, false, true, 0, 0);
    }

    static Training with(Updater updater, double l2, double clipPerParameterL2) {
        return training(Precision.DOUBLE, updater, new Constant(), 0, false, true, l2, clipPerParameterL2);
    }

    static Training inBatches(int size, boolean dropLast, boolean shuffle) {
        return training(Precision.DOUBLE, new Sgd(), new Constant(), size, dropLast, shuffle, 0, 0);
    }

    private static Training training(
            Precision precision,
            Updater updater,
            Schedule schedule,
            int batchSize,
            boolean dropLast,
            boolean shuffle,
            double l2,
            double clipPerParameterL2) {
        return new Training(
                precision,
                updater,
                List.of(0.1),
                schedule,
                batchSize,
                dropLast,
                shuffle,
                new Iterations(10),
                l2,
                clipPerParameterL2,
                1e9);
    }
}
