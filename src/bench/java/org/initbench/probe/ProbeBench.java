package org.initbench.probe;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.initbench.probe.ProbeSettings.Extremes;
import org.initbench.process.ProcessSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * For {@code scripts/bench-probes.sh}: prints what the reduction of a tensor of floats takes, in nanoseconds a number: statistics and
 * histogram, as of any parameter or gradient. The median of many, after as many to warm up.
 */
public final class ProbeBench {

    private static final int ROWS = 784;
    private static final int COLUMNS = 512;
    private static final int TIMES = 201;
    private static final int BINS = 50;

    private ProbeBench() {}

    /** Takes {@code normal} or {@code relu}, and what the numbers are divided by, as gradients are by the size of a minibatch. */
    public static void main(String[] args) {
        ProcessSettings.apply();
        INDArray tensor = Nd4j.createFromArray(numbers(args[0].equals("relu"))).reshape('f', ROWS, COLUMNS);
        double divisor = Double.parseDouble(args[1]);
        ProbeSettings settings = new ProbeSettings(iteration -> true, ROWS, BINS, new Extremes());
        Scratch scratch = new Scratch();
        double[] nanos = new double[TIMES];
        for (int i = 0; i < 2 * TIMES; i++) {
            long start = System.nanoTime();
            Reduction reduction =
                    Reduction.of(Sample.ofParameter(tensor, divisor, scratch), Saturation.NONE, settings, scratch);
            nanos[i % TIMES] = (double) (System.nanoTime() - start) / tensor.length();
            if (reduction.statistics().count() != tensor.length()) {
                throw new IllegalStateException(reduction + " is of other numbers");
            }
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%.3f%n", nanos[TIMES / 2]);
    }

    private static float[] numbers(boolean isRectified) {
        Random random = new Random(1);
        float[] numbers = new float[ROWS * COLUMNS];
        for (int i = 0; i < numbers.length; i++) {
            float number = (float) random.nextGaussian();
            numbers[i] = isRectified ? Math.max(number, 0) : number;
        }
        return numbers;
    }
}
