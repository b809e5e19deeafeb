package org.initbench.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Prevents differences between initializers that are equal: runs of equal initializers are made up, and somebody may be called
 * behind in 5 % of them at most. Where the true share is 5 %, a share of n runs passes the threshold, five standard errors
 * above, with a probability below 3e-7 in each case, and 2e-4 in all of the slow ones together.
 */
class FamilyWiseErrorTest {

    private static final double LEVEL = 0.05;
    private static final double STANDARD_ERRORS = 5;

    /** What repetitions of one initializer differ by. */
    private enum Noise {
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
                        key, 10 + ZigguratSampler.NormalizedGaussian.of(random).sample());
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

    private record Case(Noise noise, int initializers, int repetitions) {}

    static Stream<Case> few() {
        return cases(new int[] {2, 6}, new int[] {3});
    }

    static Stream<Case> many() {
        return cases(new int[] {2, 3, 4, 5, 6, 7, 8}, new int[] {3, 4, 5, 7, 10, 20});
    }

    private static Stream<Case> cases(int[] initializers, int[] repetitions) {
        return Stream.of(Noise.values())
                .flatMap(noise -> IntStream.of(initializers).boxed().flatMap(count -> IntStream.of(repetitions)
                        .mapToObj(each -> new Case(noise, count, each))));
    }

    @ParameterizedTest
    @MethodSource("few")
    void equalInitializersAreSeldomToldApart(Case made) {
        assertSeldomBehind(made, 2000);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("many")
    void equalInitializersAreSeldomToldApartWhateverTheirNumber(Case made) {
        assertSeldomBehind(made, 4000);
    }

    /** A tenth of the trials diverges, whichever the initializer. */
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("many")
    void norAreThoseOfWhichSomeDiverge(Case made) {
        int runs = 2000;
        long wrong = IntStream.range(0, runs)
                .parallel()
                .filter(run -> {
                    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create((long) run);
                    List<TrialResult> trials = draw(made, random);
                    trials.replaceAll(trial -> random.nextDouble() < 0.1
                            ? Trials.of(
                                    trial.key(),
                                    new Outcome.Diverged("lost"),
                                    Scores.NONE,
                                    Scores.NONE,
                                    null,
                                    List.of())
                            : trial);
                    return anyBehind(trials, made);
                })
                .count();
        assertThat((double) wrong / runs).isLessThanOrEqualTo(threshold(runs));
    }

    private static void assertSeldomBehind(Case made, int runs) {
        long wrong = IntStream.range(0, runs)
                .parallel()
                .filter(run -> anyBehind(draw(made, RandomSource.SPLIT_MIX_64.create((long) run)), made))
                .count();
        assertThat((double) wrong / runs).isLessThanOrEqualTo(threshold(runs));
    }

    private static double threshold(int runs) {
        return LEVEL + STANDARD_ERRORS * Math.sqrt(LEVEL * (1 - LEVEL) / runs);
    }

    private static List<TrialResult> draw(Case made, UniformRandomProvider random) {
        List<TrialResult> trials = new ArrayList<>();
        for (int init = 0; init < made.initializers(); init++) {
            for (int repetition = 0; repetition < made.repetitions(); repetition++) {
                trials.add(made.noise().draw(Trials.key("init" + init, repetition), random));
            }
        }
        return trials;
    }

    private static boolean anyBehind(List<TrialResult> trials, Case made) {
        Standings standings = Standings.of(trials, made.noise().metric());
        return IntStream.range(0, made.initializers())
                .anyMatch(init -> standings.of(TrialKey.BASE, 0.01, "init" + init) == Standing.BEHIND);
    }
}
