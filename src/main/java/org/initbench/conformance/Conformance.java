package org.initbench.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The audit of all initializers over all shapes.
 *
 * @param entries one for each initializer, those that deviate first
 * @param rows one for each initializer and shape
 * @param tests how many were made
 */
public record Conformance(List<Entry> entries, List<ConformanceRow> rows, int tests) {

    /**
     * Probability that an audit of initializers that all keep their promises finds anything at all. Each test is made at this
     * divided by the number of tests, Bonferroni's bound, which holds however they depend on each other.
     */
    public static final double FAMILY_WISE = 0.001;

    /** Of numbers on the page. */
    static final int DIGITS = 3;

    /** Audits the catalog and DL4J's own initializers. The same machine and libraries give the same result each time. */
    public static Conformance audit() {
        return of(Subject.all(), Shape.AUDITED);
    }

    static Conformance of(List<Subject> subjects, List<Shape> shapes) {
        List<Audited> audited = subjects.stream()
                .map(subject -> Audited.of(Drawn.of(subject, shapes)))
                .toList();
        int tests = audited.stream().mapToInt(Audited::tests).sum();
        double significance = significance(tests);
        List<Drawn> dl4j = audited.stream()
                .map(Audited::drawn)
                .filter(drawn -> drawn.subject().isDl4j())
                .toList();
        List<Entry> entries = new ArrayList<>();
        List<ConformanceRow> rows = new ArrayList<>();
        for (Audited each : audited) {
            List<String> twins = dl4j.contains(each.drawn()) ? Twins.remarks(each.drawn(), dl4j) : List.of();
            entries.add(Entry.of(each, twins, significance));
            shapes.forEach(shape -> rows.add(each.row(shape, significance)));
        }
        entries.sort(Comparator.comparing(Entry::verdict));
        return new Conformance(List.copyOf(entries), List.copyOf(rows), tests);
    }

    /** At which each test is made. */
    public double significance() {
        return significance(tests);
    }

    private static double significance(int tests) {
        return FAMILY_WISE / Math.max(1, tests);
    }
}
