package org.initbench.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Which values each of 10,000 resamples takes. From a fixed seed they are the same for every sample of a size, and are drawn
 * once.
 */
final class Resamples {

    private static final int ALL = 10_000;
    private static final long SEED = 20_260_101L;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /** Above, drawing again costs less than keeping some megabytes for each size. */
    private static final int LARGEST_KEPT = 100;

    private static final Map<Integer, int[]> KEPT = new ConcurrentHashMap<>();

    private final int size;

    private Resamples(int size) {
        this.size = size;
    }

    /** The resamples of samples of a size. */
    static Resamples of(int size) {
        return new Resamples(size);
    }

    /** Fills an array with the places in the sample that the next resample takes. */
    private Consumer<int[]> places() {
        if (size > LARGEST_KEPT) {
            return draws(size);
        }
        int[] kept = KEPT.computeIfAbsent(size, Resamples::drawn);
        int[] next = {0};
        return places -> {
            System.arraycopy(kept, next[0], places, 0, places.length);
            next[0] += places.length;
        };
    }

    private static int[] drawn(int size) {
        int[] all = new int[ALL * size];
        draws(size).accept(all);
        return all;
    }

    private static Consumer<int[]> draws(int size) {
        UniformRandomProvider generator = RandomSource.XO_SHI_RO_256_PP.create(SEED);
        return places -> Arrays.setAll(places, i -> generator.nextInt(size));
    }

    /** The middle 95 % of a statistic over all resamples of these values, each of which it gets in ascending order. */
    Interval interval(double[] values, ToDoubleFunction<double[]> statistic) {
        int[] ascending = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[size];
        for (int i = 0; i < size; i++) {
            rank[ascending[i]] = i;
        }
        double[] sorted = Arrays.stream(ascending).mapToDouble(i -> values[i]).toArray();
        double[] statistics = new double[ALL];
        Consumer<int[]> places = places();
        int[] taken = new int[size];
        double[] resample = new double[size];
        int[] times = new int[size];
        for (int i = 0; i < ALL; i++) {
            places.accept(taken);
            for (int place : taken) {
                times[rank[place]]++;
            }
            int next = 0;
            for (int j = 0; j < size; j++) {
                double value = sorted[j];
                for (int left = times[j]; left > 0; left--) {
                    resample[next++] = value;
                }
                times[j] = 0;
            }
            statistics[i] = statistic.applyAsDouble(resample);
        }
        double[] ends = Quantile.withDefaults().evaluate(statistics, LOW, HIGH);
        return new Interval(ends[0], ends[1]);
    }
}
