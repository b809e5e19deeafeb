package org.initbench.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.initbench.random.RandomState;

/**
 * Which examples are for training and which for testing, as scikit-learn's {@code train_test_split} deals them.
 */
public final class TrainTestSplit {

    private final int[] train;
    private final int[] test;

    private TrainTestSplit(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /**
     * Deals {@code count} examples.
     *
     * @param testFraction above 0 and below 1; the test set is rounded up
     * @param seed of NumPy's legacy generator
     */
    public static TrainTestSplit of(int count, double testFraction, long seed) {
        int testCount = testCount(count, testFraction);
        int[] order = new RandomState(seed).permutation(count);
        return new TrainTestSplit(Arrays.copyOfRange(order, testCount, count), Arrays.copyOf(order, testCount));
    }

    /**
     * Deals examples class by class, so that each has its share of both parts, as {@code stratify} does. Unlike scikit-learn,
     * which refuses it, a class that occurs once is for training.
     *
     * @param classes of each example, from 0
     * @param testFraction above 0 and below 1; the test set is rounded up
     * @param seed of NumPy's legacy generator
     */
    public static TrainTestSplit byClass(int[] classes, double testFraction, long seed) {
        int[] counts = new int[Arrays.stream(classes).max().orElse(-1) + 1];
        Arrays.stream(classes).forEach(each -> counts[each]++);
        int[] dealt = Arrays.stream(counts).map(count -> count == 1 ? 0 : count).toArray();
        int all = Arrays.stream(dealt).sum();
        int testCount = testCount(all, testFraction);
        RandomState generator = new RandomState(seed);
        int[] trainOf = shares(dealt, all - testCount, generator);
        int[] left = new int[dealt.length];
        Arrays.setAll(left, each -> dealt[each] - trainOf[each]);
        int[] testOf = shares(left, testCount, generator);
        IntStream.Builder train = IntStream.builder();
        IntStream.Builder test = IntStream.builder();
        for (int each = 0; each < counts.length; each++) {
            int[] members = members(classes, each);
            int[] order = generator.permutation(members.length);
            int tested = Math.min(testOf[each], members.length - trainOf[each]);
            for (int place = 0; place < members.length; place++) {
                boolean isTest = place >= trainOf[each] && place < trainOf[each] + tested;
                (isTest ? test : train).add(members[order[place]]);
            }
        }
        return new TrainTestSplit(shuffled(train, generator), shuffled(test, generator));
    }

    /** How many of so many are for testing. */
    static int testCount(int count, double testFraction) {
        return (int) Math.ceil(testFraction * count);
    }

    private static int[] members(int[] classes, int one) {
        return IntStream.range(0, classes.length)
                .filter(example -> classes[example] == one)
                .toArray();
    }

    private static int[] shuffled(IntStream.Builder positions, RandomState generator) {
        int[] before = positions.build().toArray();
        return Arrays.stream(generator.permutation(before.length))
                .map(place -> before[place])
                .toArray();
    }

    /**
     * The most probable numbers of each class among so many draws, ties broken at random: scikit-learn's
     * {@code _approximate_mode}.
     */
    private static int[] shares(int[] counts, int draws, RandomState generator) {
        long all = Arrays.stream(counts).asLongStream().sum();
        double[] exact = Arrays.stream(counts)
                .mapToDouble(count -> (double) count / all * draws)
                .toArray();
        int[] shares =
                Arrays.stream(exact).mapToInt(share -> (int) Math.floor(share)).toArray();
        int missing = draws - Arrays.stream(shares).sum();
        double[] remainders = new double[counts.length];
        Arrays.setAll(remainders, each -> exact[each] - shares[each]);
        double[] values = Arrays.stream(remainders).distinct().sorted().toArray();
        for (int at = values.length - 1; at >= 0 && missing > 0; at--) {
            double value = values[at];
            int[] tied = IntStream.range(0, counts.length)
                    .filter(each -> remainders[each] == value)
                    .toArray();
            int added = Math.min(tied.length, missing);
            int[] order = generator.permutation(tied.length);
            for (int place = 0; place < added; place++) {
                shares[tied[order[place]]]++;
            }
            missing -= added;
        }
        return shares;
    }

    /** Positions of the training examples, in order of use. */
    public int[] train() {
        return train;
    }

    /** Positions of the test examples, in order of use. */
    public int[] test() {
        return test;
    }
}
