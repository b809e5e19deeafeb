package org.initbench.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;
import org.initbench.stats.Bootstrap.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Which values each of 10,000 resamples takes. From a fixed seed they are the same for every sample of a size, and are drawn
 * once. Small samples have so few different resamples, n^n, that a statistic is computed once for each of these.
 */
final class Resamples {

    private static final int ALL = 10_000;
    private static final long SEED = 20_260_101L;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /** Above, drawing again costs less than keeping some megabytes for each size. */
    private static final int LARGEST_KEPT = 64;

    private static final Map<Integer, Resamples> KEPT = new ConcurrentHashMap<>();

    private final int size;
    /** The values of one resample after those of another. */
    private final int[] drawn; // (resamples, size)
    /** How often each resample was drawn; null where each stands for itself. */
    private final int @Nullable [] times;

    private Resamples(int size, int[] drawn, int @Nullable [] times) {
        this.size = size;
        this.drawn = drawn;
        this.times = times;
    }

    /** The resamples of samples of a size. */
    static Resamples of(int size) {
        return size > LARGEST_KEPT ? draw(size) : KEPT.computeIfAbsent(size, Resamples::draw);
    }

    private static Resamples draw(int size) {
        UniformRandomProvider generator = RandomSource.XO_SHI_RO_256_PP.create(SEED);
        int[] drawn = new int[ALL * size];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = generator.nextInt(size);
        }
        double different = Math.pow(size, size);
        return different < ALL ? counted(size, drawn, (int) different) : new Resamples(size, drawn, null);
    }

    /** Equal resamples once, with how often they were drawn. */
    private static Resamples counted(int size, int[] drawn, int different) {
        int[] timesByCode = new int[different];
        for (int resample = 0; resample < ALL; resample++) {
            int code = 0;
            for (int j = 0; j < size; j++) {
                code = code * size + drawn[resample * size + j];
            }
            timesByCode[code]++;
        }
        int found = (int) Arrays.stream(timesByCode).filter(count -> count > 0).count();
        int[] once = new int[found * size];
        int[] times = new int[found];
        int resample = 0;
        for (int code = 0; code < different; code++) {
            if (timesByCode[code] > 0) {
                times[resample] = timesByCode[code];
                for (int j = size - 1, rest = code; j >= 0; j--, rest /= size) {
                    once[resample * size + j] = rest % size;
                }
                resample++;
            }
        }
        return new Resamples(size, once, times);
    }

    /** The middle 95 % of a statistic over all resamples of these values. */
    Interval interval(double[] values, ToDoubleFunction<double[]> statistic) {
        double[] statistics = new double[drawn.length / size];
        double[] resample = new double[size];
        for (int i = 0; i < statistics.length; i++) {
            for (int j = 0; j < size; j++) {
                resample[j] = values[drawn[i * size + j]];
            }
            statistics[i] = statistic.applyAsDouble(resample);
        }
        double[] ends =
                times == null ? Quantile.withDefaults().evaluate(statistics, LOW, HIGH) : quantiles(statistics, times);
        return new Interval(ends[0], ends[1]);
    }

    /** As if each statistic stood there as often as its resample was drawn. */
    private static double[] quantiles(double[] statistics, int[] times) {
        double[] sorted = statistics.clone();
        Arrays.sort(sorted);
        int[] upTo = new int[sorted.length];
        for (int i = 0; i < statistics.length; i++) {
            upTo[Arrays.binarySearch(sorted, statistics[i])] += times[i];
        }
        Arrays.parallelPrefix(upTo, Integer::sum);
        return Quantile.withDefaults().evaluate(ALL, rank -> sorted[firstAbove(upTo, rank)], LOW, HIGH);
    }

    private static int firstAbove(int[] ascending, int rank) {
        int first = 0;
        while (ascending[first] <= rank) {
            first++;
        }
        return first;
    }
}
