package org.initbench.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.initbench.conformance.Drawn.Missing;

/**
 * What one initializer drew, and what was found in it.
 *
 * @param promises by shape
 * @param law that the promised variances follow; empty where they follow none
 * @param findings by shape; missing where there are no weights
 */
record Audited(Drawn drawn, Map<Shape, Promise> promises, Optional<Law> law, Map<Shape, Finding> findings) {

    /** Looks at all weights, and tests what is promised of them. */
    static Audited of(Drawn drawn) {
        Map<Shape, Promise> promises = new LinkedHashMap<>();
        Map<Shape, Finding> findings = new LinkedHashMap<>();
        drawn.weights().forEach((shape, weights) -> {
            Promise promise = drawn.subject().promise().apply(shape);
            promises.put(shape, promise);
            findings.put(shape, Finding.of(weights, promise));
        });
        return new Audited(drawn, promises, Law.promised(promises), findings);
    }

    /** How many tests were made. */
    int tests() {
        return findings.values().stream()
                .mapToInt(finding -> finding.tests().size())
                .sum();
    }

    /** What is said of one shape. */
    ConformanceRow row(Shape shape, double significance) {
        String initializer = drawn.subject().initializer().spec();
        Fan fan = law.map(Law::fan).orElse(Fan.NONE);
        Missing missing = drawn.missing().get(shape);
        if (missing != null) {
            return ConformanceRow.missing(initializer, shape, fan, missing);
        }
        return ConformanceRow.judged(
                initializer,
                shape,
                fan,
                Objects.requireNonNull(promises.get(shape)),
                Objects.requireNonNull(findings.get(shape)),
                significance);
    }
}
