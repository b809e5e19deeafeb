package org.initbench.step;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Vectors in single precision whose updates by Adam are made when somebody reads them. Without a gradient, the moments m and v decay by β₁
 * and β₂, and the j-th such update is s_j·β₁^j·m / (√(β₂^j·v) + ε), where s_j is its step size. With a_j = s_j·(β₁/√β₂)^j,
 * b_j = β₂^(-j/2) and b their mean by the weights a_j, that is a_j·m / (√v + ε·b_j), and the sum over j is
 *
 * <pre>{@code A·m·z·(1 + u²·D₂ − u³·D₃ + …),  z = 1/(√v + ε·b),  u = ε·b·z,  A = Σ a_j,  D_n = Σ a_j·(b_j/b − 1)^n / A}</pre>
 *
 * <p>where the third order is left out: {@link #serves} asks that it is below single precision.
 *
 * <p>While the plan has them, vectors and moments lie row by row in arrays of the JVM: in the network's memory, by columns, the numbers
 * of a word are as far from each other as there are words.
 */
final class WordsByAdam implements Vectors {

    private static final double NEGLIGIBLE = 1e-12;
    private static final double THIRD_ORDER = 1e-6;

    /** Numbers of all vectors that there is room for, three times. */
    private static final long MOST = 10_000_000;

    /** Rows and columns of so many words fit into a core's first cache. */
    private static final int AT_A_TIME = 64;

    private final Adam adam;
    private final FloatMemory parameters;
    private final FloatMemory moments;
    private final int first;
    private final int firstSquare;
    private final int words;
    private final int dimensions;

    /** Row by row, where they are loaded. */
    private final float[] w;

    private final float[] m;
    private final float[] v;
    private boolean isLoaded;

    /** Of each word, the updates that it has had. */
    private final int[] made;

    /** The step size of each update, and how many there were. */
    private double[] sizes = new double[AT_A_TIME];

    private int updates;

    private int[] present = {};
    private double[] gradients = {};
    private final float[] slopes;
    private final float[] column = new float[AT_A_TIME];

    /**
     * Vectors that are up to date.
     *
     * @param parameters of the network
     * @param moments of all parameters, the first ones before the second
     * @param first the place of the first vector among the parameters
     * @param count of all parameters
     */
    WordsByAdam(
            Adam adam, FloatMemory parameters, FloatMemory moments, int first, int count, int words, int dimensions) {
        this.adam = adam;
        this.parameters = parameters;
        this.moments = moments;
        this.first = first;
        this.firstSquare = count + first;
        this.words = words;
        this.dimensions = dimensions;
        this.w = new float[words * dimensions];
        this.m = new float[words * dimensions];
        this.v = new float[words * dimensions];
        this.made = new int[words];
        this.slopes = new float[dimensions];
    }

    /** Whether there is room for so many numbers, and the sum is good to single precision for these decays, however many updates it is of. */
    static boolean serves(Adam adam, long numbers) {
        double ratio = adam.getBeta1() / Math.sqrt(adam.getBeta2());
        boolean decays = ratio >= 0 && ratio < 0.95 && adam.getBeta2() <= 1 && adam.getEpsilon() > 0;
        if (!decays || numbers > MOST) {
            return false;
        }
        double[] sizes = new double[terms(ratio)];
        Arrays.fill(sizes, 1);
        return Math.abs(Pending.of(adam, sizes, 0, sizes.length).third()) < THIRD_ORDER;
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
     * @param third D₃, which is left out
     * @param decay of the first moment
     * @param decayOfSquares of the second
     */
    private record Pending(double sum, double mean, double second, double third, double decay, double decayOfSquares) {

        static Pending of(Adam adam, double[] sizes, int from, int count) {
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
            double second = 0;
            double third = 0;
            power = 1;
            b = 1;
            for (int j = 0; j < terms; j++) {
                power *= ratio;
                b *= growth;
                double distance = b / mean - 1;
                second += sizes[from + j] * power * distance * distance;
                third += sizes[from + j] * power * distance * distance * distance;
            }
            double divisor = sum == 0 ? 1 : sum;
            return new Pending(
                    sum,
                    mean,
                    second / divisor,
                    third / divisor,
                    Math.pow(adam.getBeta1(), count),
                    Math.pow(adam.getBeta2(), count));
        }
    }

    @Override
    public void read(int[] some, int count, double[] rows) {
        load();
        present = Arrays.copyOf(some, count);
        catchUp(present);
        for (int i = 0; i < count; i++) {
            int row = present[i] * dimensions;
            for (int j = 0; j < dimensions; j++) {
                rows[i * dimensions + j] = w[row + j];
            }
        }
    }

    private void catchUp(int[] some) {
        Map<Integer, Pending> known = new HashMap<>();
        for (int word : some) {
            int had = made[word];
            if (had < updates) {
                apply(
                        known.computeIfAbsent(had, after -> Pending.of(adam, sizes, after, updates - after)),
                        word * dimensions);
                made[word] = updates;
            }
        }
    }

    private void apply(Pending pending, int row) {
        float least = (float) (adam.getEpsilon() * pending.mean());
        float sum = (float) pending.sum();
        float second = (float) pending.second();
        float decay = (float) pending.decay();
        float decayOfSquares = (float) pending.decayOfSquares();
        for (int i = row; i < row + dimensions; i++) {
            float inverse = 1 / ((float) Math.sqrt(v[i]) + least);
            float share = least * inverse;
            w[i] -= sum * m[i] * inverse * (1 + second * share * share);
            m[i] *= decay;
            v[i] *= decayOfSquares;
        }
    }

    @Override
    public void take(double[] rows) {
        gradients = rows;
    }

    /** The update of the words that were read last, by their gradients; that of all others is put off. */
    void step(int examples, double size) {
        if (updates == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * updates);
        }
        sizes[updates] = size;
        updates++;
        float beta1 = (float) adam.getBeta1();
        float rest1 = (float) (1 - adam.getBeta1());
        float beta2 = (float) adam.getBeta2();
        float rest2 = (float) (1 - adam.getBeta2());
        float least = (float) adam.getEpsilon();
        float step = (float) size;
        for (int word = 0; word < present.length; word++) {
            for (int i = 0; i < dimensions; i++) {
                slopes[i] = (float) gradients[word * dimensions + i] / examples;
            }
            int row = present[word] * dimensions;
            for (int i = 0; i < dimensions; i++) {
                float mean = beta1 * m[row + i] + rest1 * slopes[i];
                float square = beta2 * v[row + i] + rest2 * slopes[i] * slopes[i];
                m[row + i] = mean;
                v[row + i] = square;
                w[row + i] -= step * mean / ((float) Math.sqrt(square) + least);
            }
            made[present[word]] = updates;
        }
    }

    @Override
    public void forget() {
        isLoaded = false;
        updates = 0;
        Arrays.fill(made, 0);
    }

    @Override
    public void settle() {
        if (updates > 0) {
            int[] all = new int[words];
            Arrays.setAll(all, word -> word);
            catchUp(all);
            store(w, parameters, first);
            store(m, moments, first);
            store(v, moments, firstSquare);
        }
        forget();
    }

    private void load() {
        if (!isLoaded) {
            load(w, parameters, first);
            load(m, moments, first);
            load(v, moments, firstSquare);
            isLoaded = true;
        }
    }

    private void load(float[] rows, FloatMemory memory, int from) {
        for (int word = 0; word < words; word += AT_A_TIME) {
            int some = Math.min(AT_A_TIME, words - word);
            for (int j = 0; j < dimensions; j++) {
                memory.read(from + j * words + word, column, some);
                for (int i = 0; i < some; i++) {
                    rows[(word + i) * dimensions + j] = column[i];
                }
            }
        }
    }

    private void store(float[] rows, FloatMemory memory, int from) {
        for (int word = 0; word < words; word += AT_A_TIME) {
            int some = Math.min(AT_A_TIME, words - word);
            for (int j = 0; j < dimensions; j++) {
                for (int i = 0; i < some; i++) {
                    column[i] = rows[(word + i) * dimensions + j];
                }
                memory.write(from + j * words + word, column, some);
            }
        }
    }
}
