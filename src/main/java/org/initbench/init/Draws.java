package org.initbench.init;

import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.initbench.random.RandomState;

/** Where an initializer takes its random numbers from. */
public interface Draws {

    /** A draw from N(0, 1). */
    double gaussian();

    /** A draw from U(low, high). */
    double uniform(double low, double high);

    /** As many values as {@code size}, each from {@code source}, in order. */
    static double[] fill(int size, DoubleSupplier source) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = source.getAsDouble();
        }
        return values;
    }

    /** Draws from a generator of Commons RNG. */
    static Draws from(UniformRandomProvider generator) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(generator);
        return new Draws() {
            @Override
            public double gaussian() {
                return gaussian.sample();
            }

            @Override
            public double uniform(double low, double high) {
                return low + (high - low) * generator.nextDouble();
            }
        };
    }

    /** Draws from NumPy's legacy generator. */
    static Draws from(RandomState generator) {
        return new Draws() {
            @Override
            public double gaussian() {
                return generator.standardNormal();
            }

            @Override
            public double uniform(double low, double high) {
                return generator.uniform(low, high);
            }
        };
    }
}
