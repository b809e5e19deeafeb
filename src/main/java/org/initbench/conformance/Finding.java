package org.initbench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * What one initializer drew for one shape, before it is judged.
 *
 * @param tests of the promise; empty where there is none
 */
record Finding(Moments moments, Found found, List<Test> tests) {

    /** What a test looks at. */
    enum Property {
        MEAN,
        VARIANCE,
        DISTRIBUTION
    }

    /**
     * A test of one promised property.
     *
     * @param pValue probability of a sample at least as far from the promise, were the promise kept
     */
    record Test(Property property, double pValue) {}

    /** Looks at a sample, and tests whatever is promised of it. */
    static Finding of(double[] weights, Promise promise) {
        Moments moments = Moments.of(weights);
        List<Test> tests = new ArrayList<>();
        OptionalDouble mean = promise.mean();
        if (mean.isPresent()) {
            tests.add(new Test(Property.MEAN, moments.meanPValue(mean.getAsDouble())));
        }
        if (promise.variance().isPresent()) {
            double variance = promise.variance().getAsDouble();
            tests.add(new Test(Property.VARIANCE, moments.variancePValue(variance)));
        }
        promise.distribution().ifPresent(distribution -> {
            double pValue = KolmogorovSmirnovTest.withDefaults()
                    .test(weights, distribution::cumulativeProbability)
                    .getPValue();
            tests.add(new Test(Property.DISTRIBUTION, pValue));
        });
        return new Finding(moments, Found.of(weights), List.copyOf(tests));
    }

    /** Whether the promise of a property is broken, at this significance of each test. */
    boolean breaks(Property property, double significance) {
        return tests.stream().anyMatch(test -> test.property() == property && test.pValue() < significance);
    }

    /** Whether any promise is broken. */
    boolean breaksAny(double significance) {
        return tests.stream().anyMatch(test -> test.pValue() < significance);
    }
}
