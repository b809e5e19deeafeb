package org.initbench.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.initbench.stats.Simulation.Noise;

/**
 * Made-up races, of which the n-th has the n-th seed.
 *
 * @param initializers how many
 * @param ahead by how many standard deviations of their paired differences the first is better than the others, which are equal
 * @param diverging how often a trial diverges, whichever the initializer
 */
record RaceSimulation(Noise noise, int initializers, double ahead, double diverging, RaceRules rules) {

    /** Nothing is indifferent, so that races go on as long as they may. */
    static final RaceRules RULES = new RaceRules(20, 0);

    static RaceSimulation ofEqual(Noise noise, int initializers) {
        return new RaceSimulation(noise, initializers, 0, 0, RULES);
    }

    RaceSimulation diverging(double share) {
        return new RaceSimulation(noise, initializers, ahead, share, rules);
    }

    RaceSimulation ahead(double deviations) {
        return new RaceSimulation(noise, initializers, deviations, diverging, rules);
    }

    RaceSimulation by(Spending spending) {
        return new RaceSimulation(
                noise, initializers, ahead, diverging, new RaceRules(20, 0, spending, Double.POSITIVE_INFINITY));
    }

    RaceSimulation doubting(double standardErrors) {
        return new RaceSimulation(
                noise, initializers, ahead, diverging, new RaceRules(20, 0, Spending.EVEN, standardErrors));
    }

    /**
     * What many races come to.
     *
     * @param anyLeft share in which anybody left
     * @param found share in which the first is the only one left
     * @param rounds mean of those that they took
     * @param trials mean of those that they took
     */
    record Outcome(double anyLeft, double found, double rounds, double trials) {}

    Outcome races(int runs) {
        double[][] each = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> race(RandomSource.SPLIT_MIX_64.create((long) run)))
                .toArray(double[][]::new);
        double[] means = new double[4];
        for (double[] race : each) {
            for (int i = 0; i < means.length; i++) {
                means[i] += race[i] / runs;
            }
        }
        return new Outcome(means[0], means[1], means[2], means[3]);
    }

    private double[] race(UniformRandomProvider random) {
        Map<String, Double> rates = new LinkedHashMap<>();
        IntStream.range(0, initializers).forEach(i -> rates.put("init" + i, 0.01));
        Race race = new Race("base", rates, noise.metric(), rules);
        DoubleSupplier draws = draws(random);
        int trials = 0;
        while (race.end().isEmpty()) {
            double[] costs = race.in().stream()
                    .mapToDouble(init -> cost(init, draws, random))
                    .toArray();
            trials += costs.length;
            race.add(costs, counting());
        }
        boolean found = race.in().equals(List.of("init0"));
        return new double[] {race.in().size() < initializers ? 1 : 0, found ? 1 : 0, race.round(), trials};
    }

    private double cost(String init, DoubleSupplier draws, UniformRandomProvider random) {
        double cost = draws.getAsDouble() + (ahead == 0 || init.equals("init0") ? 0 : ahead * deviation());
        return random.nextDouble() < diverging ? Double.POSITIVE_INFINITY : cost;
    }

    /** Of the difference of two draws. */
    private double deviation() {
        return switch (noise) {
            case NORMAL, EXPONENTIAL -> Math.sqrt(2);
            case T2 -> throw new IllegalStateException("t with two degrees of freedom has no deviation");
            case ACCURACY_OF_100 -> Math.sqrt(2 * 0.9 * 0.1 / 100);
            case ACCURACY_OF_200 -> Math.sqrt(2 * 0.9 * 0.1 / 200);
        };
    }

    private double counting() {
        return switch (noise) {
            case NORMAL, EXPONENTIAL, T2 -> 0;
            case ACCURACY_OF_100 -> 1 / (100 * Math.sqrt(6));
            case ACCURACY_OF_200 -> 1 / (200 * Math.sqrt(6));
        };
    }

    private DoubleSupplier draws(UniformRandomProvider random) {
        return switch (noise) {
            case NORMAL -> ZigguratSampler.NormalizedGaussian.of(random)::sample;
            case EXPONENTIAL -> ZigguratSampler.Exponential.of(random)::sample;
            case T2 -> {
                ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
                ZigguratSampler.Exponential half = ZigguratSampler.Exponential.of(random);
                yield () -> normal.sample() / Math.sqrt(half.sample());
            }
            case ACCURACY_OF_100 -> accuracy(100, random);
            case ACCURACY_OF_200 -> accuracy(200, random);
        };
    }

    /** Networks that are right nine times in ten, each on its own test set. */
    private static DoubleSupplier accuracy(int examples, UniformRandomProvider random) {
        var correct = BinomialDistribution.of(examples, 0.9).createSampler(random);
        return () -> -(double) correct.sample() / examples;
    }

    @Override
    public String toString() {
        return initializers + " " + noise + (diverging > 0 ? ", of which " + diverging + " diverge" : "")
                + (ahead > 0 ? ", the first ahead by " + ahead : "")
                + Arrays.toString(new int[] {rules.rounds()});
    }
}
