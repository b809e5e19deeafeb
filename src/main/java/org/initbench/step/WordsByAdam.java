package org.initbench.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Vectors whose updates by Adam are made when somebody reads them. Without a gradient, the moments m and v decay by β₁ and β₂, and
 * the j-th such update is s_j·β₁^j·m / (√(β₂^j·v) + ε), where s_j is its step size. With a_j = s_j·(β₁/√β₂)^j, b_j = β₂^(-j/2)
 * and b their mean by the weights a_j, that is a_j·m / (√v + ε·b_j), and the sum over j is
 *
 * <pre>{@code A·m·z·(1 + u²·D₂ − u³·D₃ + …),  z = 1/(√v + ε·b),  u = ε·b·z,  A = Σ a_j,  D_n = Σ a_j·(b_j/b − 1)^n / A}</pre>
 *
 * <p>of which the fourth order is the last to be worth a thought: {@link #serves} asks that it is below single precision.
 */
final class WordsByAdam implements Vectors {

    private static final double NEGLIGIBLE = 1e-12;
    private static final double FOURTH_ORDER = 1e-8;
    private static final int AT_A_TIME = 1024;

    private final Adam adam;
    private final Numbers parameters;
    private final Numbers moments;
    private final int first;
    private final int firstSquare;
    private final int words;
    private final int dimensions;

    /** Of each word, the updates that it has had. */
    private final int[] made;

    /** The step size of each update, and how many there were. */
    private double[] sizes = new double[AT_A_TIME];

    private int updates;

    private int[] present = {};
    private double[] w = {};
    private double[] m = {};
    private double[] v = {};
    private double[] slopes = {};

    /**
     * Vectors that are up to date.
     *
     * @param parameters of the network
     * @param moments of all parameters, the first ones before the second
     * @param first the place of the first vector among the parameters, of which there are so many
     */
    WordsByAdam(Adam adam, Numbers parameters, Numbers moments, int first, int count, int words, int dimensions) {
        this.adam = adam;
        this.parameters = parameters;
        this.moments = moments;
        this.first = first;
        this.firstSquare = count + first;
        this.words = words;
        this.dimensions = dimensions;
        this.made = new int[words];
    }

    /** Whether the sum is good to single precision for these decays, however many updates it is of. */
    static boolean serves(Adam adam) {
        double ratio = adam.getBeta1() / Math.sqrt(adam.getBeta2());
        boolean decays = ratio >= 0 && ratio < 0.95 && adam.getBeta2() <= 1 && adam.getEpsilon() > 0;
        return decays
                && Pending.of(adam, filled(1, terms(ratio)), 0, terms(ratio)).fourth() < FOURTH_ORDER;
    }

    private static double[] filled(double value, int count) {
        double[] all = new double[count];
        Arrays.fill(all, value);
        return all;
    }

    private static int terms(double ratio) {
        return ratio == 0 ? 1 : (int) Math.ceil(Math.log(NEGLIGIBLE) / Math.log(ratio));
    }

    /**
     * What updates that were put off come to.
     *
     * @param sum A
     * @param mean b
     * @param second D₂
     * @param third D₃
     * @param fourth D₄, which is left out
     * @param decay of the first moment
     * @param decayOfSquares of the second
     */
    private record Pending(
            double sum, double mean, double second, double third, double fourth, double decay, double decayOfSquares) {

        static Pending of(Adam adam, double[] sizes, int from, int count) {
            if (count == 0) {
                return new Pending(0, 1, 0, 0, 0, 1, 1);
            }
            double ratio = adam.getBeta1() / Math.sqrt(adam.getBeta2());
            double growth = 1 / Math.sqrt(adam.getBeta2());
            int terms = Math.min(count, terms(ratio));
            double sum = 0;
            double weighted = 0;
            double power = 1;
            double b = 1;
            for (int j = 0; j < terms; j++) {
                power *= ratio;
                b *= growth;
                sum += sizes[from + j] * power;
                weighted += sizes[from + j] * power * b;
            }
            double mean = sum == 0 ? 1 : weighted / sum;
            double[] orders = new double[5];
            power = 1;
            b = 1;
            for (int j = 0; j < terms; j++) {
                power *= ratio;
                b *= growth;
                double distance = b / mean - 1;
                double term = sizes[from + j] * power * distance;
                for (int order = 2; order < orders.length; order++) {
                    term *= distance;
                    orders[order] += term;
                }
            }
            double divisor = sum == 0 ? 1 : sum;
            return new Pending(
                    sum,
                    mean,
                    orders[2] / divisor,
                    orders[3] / divisor,
                    orders[4] / divisor,
                    Math.pow(adam.getBeta1(), count),
                    Math.pow(adam.getBeta2(), count));
        }
    }

    /** What is pending of some words, by columns of numbers, as loops want it. */
    private static final class Columns {

        private final double[] sum;
        private final double[] least;
        private final double[] second;
        private final double[] third;
        private final double[] decay;
        private final double[] decayOfSquares;

        Columns(int count) {
            sum = new double[count];
            least = new double[count];
            second = new double[count];
            third = new double[count];
            decay = new double[count];
            decayOfSquares = new double[count];
        }

        void set(int i, Pending pending, double epsilon) {
            sum[i] = pending.sum();
            least[i] = epsilon * pending.mean();
            second[i] = pending.second();
            third[i] = pending.third();
            decay[i] = pending.decay();
            decayOfSquares[i] = pending.decayOfSquares();
        }

        /** Makes the updates of so many numbers, which begin at a place of the arrays, of the words from another place on. */
        void apply(double[] w, double[] m, double[] v, int at, int word, int count) {
            for (int i = 0; i < count; i++) {
                double inverse = 1 / (Math.sqrt(v[at + i]) + least[word + i]);
                double share = least[word + i] * inverse;
                double orders = 1 + share * share * (second[word + i] - share * third[word + i]);
                w[at + i] -= sum[word + i] * m[at + i] * inverse * orders;
                m[at + i] *= decay[word + i];
                v[at + i] *= decayOfSquares[word + i];
            }
        }
    }

    private Columns columns(int[] some, int count) {
        Columns columns = new Columns(count);
        Map<Integer, Pending> known = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Pending pending =
                    known.computeIfAbsent(made[some[i]], after -> Pending.of(adam, sizes, after, updates - after));
            columns.set(i, pending, adam.getEpsilon());
        }
        return columns;
    }

    @Override
    public void read(int[] some, int count, double[] rows) {
        present = Arrays.copyOf(some, count);
        if (w.length < count * dimensions) {
            w = new double[count * dimensions];
            m = new double[count * dimensions];
            v = new double[count * dimensions];
            slopes = new double[count * dimensions];
        }
        Columns columns = columns(some, count);
        for (int dimension = 0; dimension < dimensions; dimension++) {
            int at = dimension * count;
            parameters.gather(first + dimension * words, present, count, w, at, 1);
            moments.gather(first + dimension * words, present, count, m, at, 1);
            moments.gather(firstSquare + dimension * words, present, count, v, at, 1);
            columns.apply(w, m, v, at, 0, count);
        }
        Numbers.turn(w, rows, dimensions, count);
    }

    @Override
    public void take(double[] gradients) {
        Numbers.turn(gradients, slopes, present.length, dimensions);
    }

    /** The update of the words that were read last, by their gradients; that of all others is put off. */
    void step(int examples, double size) {
        double beta1 = adam.getBeta1();
        double beta2 = adam.getBeta2();
        double epsilon = adam.getEpsilon();
        int count = present.length;
        for (int i = 0; i < count * dimensions; i++) {
            double slope = slopes[i] / examples;
            double mean = beta1 * m[i] + (1 - beta1) * slope;
            double square = beta2 * v[i] + (1 - beta2) * slope * slope;
            m[i] = mean;
            v[i] = square;
            w[i] -= size * mean / (Math.sqrt(square) + epsilon);
        }
        for (int dimension = 0; dimension < dimensions; dimension++) {
            int at = dimension * count;
            parameters.scatter(first + dimension * words, present, count, w, at, 1);
            moments.scatter(first + dimension * words, present, count, m, at, 1);
            moments.scatter(firstSquare + dimension * words, present, count, v, at, 1);
        }
        if (updates == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * updates);
        }
        sizes[updates] = size;
        updates++;
        for (int word : present) {
            made[word] = updates;
        }
    }

    @Override
    public void forget() {
        updates = 0;
        Arrays.fill(made, 0);
    }

    @Override
    public void settle() {
        if (updates == 0) {
            return;
        }
        int[] all = new int[words];
        Arrays.setAll(all, word -> word);
        Columns columns = columns(all, words);
        double[] someW = new double[AT_A_TIME];
        double[] someM = new double[AT_A_TIME];
        double[] someV = new double[AT_A_TIME];
        for (int dimension = 0; dimension < dimensions; dimension++) {
            for (int word = 0; word < words; word += AT_A_TIME) {
                int count = Math.min(AT_A_TIME, words - word);
                int place = dimension * words + word;
                parameters.read(first + place, someW, count);
                moments.read(first + place, someM, count);
                moments.read(firstSquare + place, someV, count);
                columns.apply(someW, someM, someV, 0, word, count);
                parameters.write(first + place, someW, count);
                moments.write(first + place, someM, count);
                moments.write(firstSquare + place, someV, count);
            }
        }
        forget();
    }
}
