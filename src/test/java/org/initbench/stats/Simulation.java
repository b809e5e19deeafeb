package org.initbench.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.initbench.result.Metric;
import org.initbench.result.Outcome;
import org.initbench.result.Scores;
import org.initbench.result.TrialKey;
import org.initbench.result.TrialResult;
import org.initbench.testing.Trials;

/**
 * Made-up runs of equal initializers.
 *
 * @param initializers how many
 * @param repetitions of each
 */
record Simulation(Noise noise, int initializers, int repetitions) {

    private static final double RATE = 0.01;

    /** What repetitions of one initializer differ by. */
    enum Noise {
        NORMAL,
        EXPONENTIAL,
        T2,
        ACCURACY_OF_100,
        ACCURACY_OF_200;

        Metric metric() {
            return this == ACCURACY_OF_100 || this == ACCURACY_OF_200 ? Metric.TEST_ACCURACY : Metric.TEST_LOSS;
        }

        TrialResult draw(TrialKey key, UniformRandomProvider random) {
            return switch (this) {
                case NORMAL -> loss(
                        key, ZigguratSampler.NormalizedGaussian.of(random).sample());
                case EXPONENTIAL -> loss(
                        key, ZigguratSampler.Exponential.of(random).sample());
                case T2 -> loss(key, TDistribution.of(2).createSampler(random).sample());
                case ACCURACY_OF_100 -> accuracy(key, 100, random);
                case ACCURACY_OF_200 -> accuracy(key, 200, random);
            };
        }

        private static TrialResult loss(TrialKey key, double loss) {
            return Trials.completed(key, Scores.NONE, new Scores(loss, null), null);
        }

        /** Networks that are right nine times in ten, each on its own test set. */
        private static TrialResult accuracy(TrialKey key, int examples, UniformRandomProvider random) {
            double correct =
                    BinomialDistribution.of(examples, 0.9).createSampler(random).sample();
            TrialResult trial = Trials.completed(key, Scores.NONE, new Scores(null, correct / examples), null);
            return Trials.on(trial, examples, 0.5);
        }
    }

    /** The share of runs in which somebody is called behind. */
    double familyWiseError(int runs) {
        return familyWiseError(runs, 0);
    }

    /** The same where each trial diverges with this probability. */
    double familyWiseError(int runs, double diverging) {
        long wrong = IntStream.range(0, runs)
                .parallel()
                .filter(run -> {
                    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create((long) run);
                    List<TrialResult> trials = trials(RATE, random);
                    trials.replaceAll(trial -> random.nextDouble() < diverging ? diverged(trial) : trial);
                    return anyBehind(Standings.of(trials, noise.metric()), RATE);
                })
                .count();
        return (double) wrong / runs;
    }

    /** The same where each initializer stands at the best of so many equal learning rates, chosen by the same repetitions. */
    double familyWiseErrorAtBestRates(int runs, int rates) {
        long wrong = IntStream.range(0, runs)
                .parallel()
                .filter(run -> {
                    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create((long) run);
                    List<TrialResult> trials = new ArrayList<>();
                    IntStream.rangeClosed(1, rates).forEach(rate -> trials.addAll(trials(rate, random)));
                    return Rates.of(trials, noise.metric()).stream()
                            .map(RateRow::best)
                            .anyMatch(best -> best != null && best.standing() == Standing.BEHIND);
                })
                .count();
        return (double) wrong / runs;
    }

    private List<TrialResult> trials(double rate, UniformRandomProvider random) {
        List<TrialResult> trials = new ArrayList<>();
        for (int init = 0; init < initializers; init++) {
            for (int repetition = 0; repetition < repetitions; repetition++) {
                TrialKey key = new TrialKey("simulated", TrialKey.BASE, "init" + init, rate, repetition);
                trials.add(noise.draw(key, random));
            }
        }
        return trials;
    }

    private static TrialResult diverged(TrialResult trial) {
        return Trials.of(trial.key(), new Outcome.Diverged("lost"), Scores.NONE, Scores.NONE, null, List.of());
    }

    private boolean anyBehind(Standings standings, double rate) {
        return IntStream.range(0, initializers)
                .anyMatch(init -> standings.of(TrialKey.BASE, rate, "init" + init) == Standing.BEHIND);
    }

    /** How often the interval of a mean of normal or exponential values holds the true one. */
    static double coverage(Noise noise, int size, int samples) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20_260_102L + size);
        double mean = noise == Noise.EXPONENTIAL ? 1 : 0;
        TrialKey key = Trials.key("any", 0);
        int covered = 0;
        for (int sample = 0; sample < samples; sample++) {
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                Double loss = noise.draw(key, random).test().loss();
                values[i] = loss == null ? Double.NaN : loss;
            }
            Interval interval = Spread.of(values).interval();
            covered += interval != null && interval.low() <= mean && mean <= interval.high() ? 1 : 0;
        }
        return (double) covered / samples;
    }
}
