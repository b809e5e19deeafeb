package org.initbench.trial;

import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.weights.WeightInit;
import org.initbench.config.Training;
import org.initbench.network.HeavyBall;
import org.initbench.network.Network;
import org.initbench.network.OwnRates;
import org.initbench.network.TriangularRate;
import org.initbench.random.Seeds;
import org.initbench.result.TrialKey;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;

/** What a study says of training, in DL4J's terms. */
final class TrainingSetup {

    private TrainingSetup() {}

    static DataType type(Training training) {
        return switch (training.precision()) {
            case FLOAT -> DataType.FLOAT;
            case DOUBLE -> DataType.DOUBLE;
        };
    }

    /** The learning rate of each iteration. */
    static ISchedule rate(Training training, double learningRate) {
        return training.schedule().match(new Training.Schedule.ScheduleCases<>() {
            @Override
            public ISchedule constant(Training.Constant constant) {
                return new FixedSchedule(learningRate);
            }

            @Override
            public ISchedule triangular(Training.Triangular triangular) {
                return new TriangularRate(triangular.base(), triangular.max(), triangular.stepSize());
            }
        });
    }

    /** The study's updater, at its first rate; none where it is the network's own. */
    static IUpdater updater(Training training) {
        return updater(
                training.updater(), rate(training, training.learningRates().get(0)));
    }

    /** The base of a network's configuration. DL4J takes seed 0 for the clock, so a seed is never 0 here. */
    static NeuralNetConfiguration.Builder builder(Training training, TrialKey key, long studySeed) {
        long seed = Seeds.derive(studySeed, key.repetition(), "dl4j") & Integer.MAX_VALUE;
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .seed(Math.max(1, seed))
                .dataType(type(training))
                .weightInit(WeightInit.ZERO)
                .updater(updater(training.updater(), rate(training, key.learningRate())));
        if (training.l2() > 0) {
            builder.l2(training.l2());
        }
        if (training.clipPerParameterL2() > 0) {
            builder.gradientNormalization(GradientNormalization.ClipL2PerParamType)
                    .gradientNormalizationThreshold(training.clipPerParameterL2());
        }
        return builder;
    }

    /**
     * Where a study with the network's own updater has several rates, the first layer trains at that of the trial, and the others
     * at rates that are as many times their own.
     */
    static void multiplyOwnRates(Network network, Trial trial) {
        Training training = trial.study().training();
        if (training.updater() instanceof Training.Own
                && training.learningRates().size() > 1) {
            OwnRates.first(network).ifPresent(own -> {
                if (own != trial.key().learningRate()) {
                    OwnRates.multiply(network, trial.key().learningRate() / own);
                }
            });
        }
    }

    private static IUpdater updater(Training.Updater updater, ISchedule rate) {
        return updater.match(new Training.Updater.UpdaterCases<>() {
            @Override
            public IUpdater sgd(Training.Sgd sgd) {
                return new Sgd(rate);
            }

            @Override
            public IUpdater momentum(Training.Momentum classical) {
                return new HeavyBall(classical.momentum(), rate);
            }

            @Override
            public IUpdater nesterov(Training.Nesterov nesterov) {
                return new Nesterovs(rate, nesterov.momentum());
            }

            @Override
            public IUpdater adam(Training.Adam adam) {
                return Adam.builder()
                        .learningRateSchedule(rate)
                        .beta1(adam.beta1())
                        .beta2(adam.beta2())
                        .epsilon(adam.epsilon())
                        .build();
            }

            @Override
            public IUpdater rmsProp(Training.RmsProp rmsProp) {
                return RmsProp.builder()
                        .learningRateSchedule(rate)
                        .rmsDecay(rmsProp.decay())
                        .epsilon(rmsProp.epsilon())
                        .build();
            }

            @Override
            public IUpdater own(Training.Own own) {
                return new NoOp();
            }
        });
    }
}
