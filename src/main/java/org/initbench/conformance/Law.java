package org.initbench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initbench.result.Rounded;

/**
 * Variance = scale/fan for every shape.
 *
 * @param low smallest scale that agrees with the variances of all shapes
 * @param high largest
 */
record Law(Fan fan, double low, double high) {

    /** What is known of the variance on one shape: its ends are equal where it is known exactly. */
    record Evidence(Shape shape, Moments.Interval variance) {}

    /** Promised variances are rounded differently, depending on the formula. */
    private static final double ROUNDING = 1e-12;

    /** The law that promised variances follow; empty where they follow none. */
    static Optional<Law> promised(Map<Shape, Promise> promises) {
        List<Evidence> evidence = new ArrayList<>();
        promises.forEach((shape, promise) -> promise.variance()
                .ifPresent(exact -> evidence.add(new Evidence(shape, new Moments.Interval(exact, exact)))));
        return of(evidence);
    }

    /** The law that measured variances follow, each within its interval; empty where they follow none. */
    static Optional<Law> found(Map<Shape, Finding> findings, double significance) {
        return of(findings.entrySet().stream()
                .map(entry ->
                        new Evidence(entry.getKey(), entry.getValue().moments().varianceInterval(significance)))
                .toList());
    }

    /** The first fan for which one scale agrees with all evidence; empty where there is none, or less than three shapes. */
    static Optional<Law> of(List<Evidence> evidence) {
        if (evidence.size() < 3) {
            return Optional.empty();
        }
        for (Fan fan : Fan.values()) {
            double low = evidence.stream()
                    .mapToDouble(each -> each.variance().low() * fan.of(each.shape()))
                    .max()
                    .orElseThrow();
            double high = evidence.stream()
                    .mapToDouble(each -> each.variance().high() * fan.of(each.shape()))
                    .min()
                    .orElseThrow();
            if (low <= high * (1 + ROUNDING)) {
                return Optional.of(new Law(fan, low, high));
            }
        }
        return Optional.empty();
    }

    /** Whether a scale agrees with this law. */
    boolean allows(double scale) {
        return scale >= low * (1 - ROUNDING) && scale <= high * (1 + ROUNDING);
    }

    /** The middle of the scales that agree. */
    double scale() {
        return low == 0 ? 0 : Math.sqrt(low * high);
    }

    /** {@code 2/fan_in}. */
    String text() {
        return fan == Fan.NONE
                ? Rounded.text(scale(), Conformance.DIGITS)
                : Rounded.text(scale(), Conformance.DIGITS) + "/" + fan.text();
    }
}
