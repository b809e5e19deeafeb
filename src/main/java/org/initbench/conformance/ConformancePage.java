package org.initbench.conformance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.result.Rounded;
import org.jspecify.annotations.Nullable;

/** The audit as a page of Markdown. */
public final class ConformancePage {

    /** What stands above this line is the same for every run on one machine. */
    static final String OFFSIDE = "## DL4J's OrthogonalDistribution";

    private ConformancePage() {}

    /** The whole page. */
    public static String of(Conformance conformance, LayerAudit layers, List<OrthogonalRow> orthogonal) {
        return introduction(conformance)
                + summary(conformance.entries())
                + LayerSection.of(layers)
                + details(conformance.rows())
                + orthogonal(orthogonal);
    }

    /** A page of layers alone. */
    static String of(LayerAudit layers) {
        String shapes = layers.rows().stream().map(LayerRow::shape).distinct().collect(Collectors.joining(","));
        return "# What layers hand to initializers\n\nMade by `initbench conformance --shape=" + shapes + "`.\n\n"
                + LayerSection.of(layers);
    }

    private static String introduction(Conformance conformance) {
        long shapes = conformance.rows().stream()
                .map(ConformanceRow::shape)
                .distinct()
                .count();
        return """
                # What initializers draw

                Made by `initbench conformance`. Every initializer of the catalog, the example standing for those with parameters,
                and every constant of DL4J's `WeightInit` but DISTRIBUTION is planted in real DL4J networks of one layer, for %d
                shapes; what they drew is set beside what they promise. The catalog promises by itself, DL4J's constants by name,
                or by Javadoc where the name says too little. Fans are those of the papers: a kernel's fan_in and fan_out are
                channels times kernel positions, whatever the stride. What of this depends on the kind of layer is in [Layers](#layers).

                **Tests.** The mean by its standard error; the variance by ln s², whose standard error is
                √((κ − (n − 3)/(n − 1))/n) with the sample's kurtosis κ (the variance of s² for any distribution, and after
                Bonett 2006, *Computational Statistics & Data Analysis* 50, 775–782, on the logarithmic scale); the distribution by
                Kolmogorov and Smirnov's test against the one that is promised, parameters included. They take weights for
                independent, which those of orthogonal matrices are not: their variances vary less. Mean and variance go by normal
                approximations, which hold for samples of thousands.

                **False alarms.** %d tests were made, each at significance %s/%d = %s. By Bonferroni's bound an audit of
                initializers that all keep their promises finds any deviation with probability at most %s, and the intervals hold
                the true variances all together with probability %s.

                **Found** is the fan for which one numerator agrees with the intervals of all shapes, and the distribution that is
                closest by Kolmogorov and Smirnov's distance among normal, uniform and truncated normal (cut at 2 std) with the
                sample's mean and variance, zeros aside; `structured` where more than 2 %% of the weights share their magnitude with others.
                A strided fan has fan_out divided by the square of the stride; the channel avg leaves the kernel size out.
                Constants of DL4J that draw the same values from the same seed, or a whole multiple, are named.

                """
                .formatted(
                        shapes,
                        conformance.tests(),
                        Rounded.text(Conformance.FAMILY_WISE, Conformance.DIGITS),
                        conformance.tests(),
                        Rounded.text(conformance.significance(), Conformance.DIGITS),
                        Rounded.text(Conformance.FAMILY_WISE, Conformance.DIGITS),
                        Rounded.text(1 - Conformance.FAMILY_WISE, Conformance.DIGITS));
    }

    private static String summary(List<Entry> entries) {
        return "## Initializers\n\n"
                + MarkdownTable.of(
                        "| initializer | verdict | promised | found | remark | promised by |",
                        entries,
                        entry -> List.of(
                                MarkdownTable.code(entry.initializer()),
                                entry.verdict().text(),
                                entry.promised(),
                                entry.found(),
                                entry.remark(),
                                entry.source()));
    }

    private static String details(List<ConformanceRow> rows) {
        return """
                ## Shapes

                Variances are multiplied by the fan of the promise, or by 1 where there is none. A false alarm is a deviation that
                is found although the promise is kept.

                """
                + MarkdownTable.of(
                        "| initializer | shape | fan | promised variance × fan | measured, interval | found | verdict "
                                + "| false alarm | remark |",
                        rows,
                        row -> List.of(
                                MarkdownTable.code(row.initializer()),
                                row.shape().text(),
                                row.fan() == Fan.NONE
                                        ? "none"
                                        : row.fan().text() + " = " + Rounded.text(row.fanValue(), Conformance.DIGITS),
                                promised(row),
                                measured(row),
                                row.finding() == null ? "" : found(row.finding().found()),
                                row.verdict().text(),
                                row.falseAlarm() == null ? "" : Rounded.text(row.falseAlarm(), Conformance.DIGITS),
                                row.remark()));
    }

    private static String promised(ConformanceRow row) {
        String variance = optional(row.timesFan(row.promisedVariance()));
        String distribution = row.promisedDistribution();
        return distribution.isEmpty() ? variance : variance + ", " + distribution;
    }

    private static String measured(ConformanceRow row) {
        return row.interval() == null
                ? ""
                : optional(row.timesFan(row.variance())) + ", "
                        + optional(row.timesFan(row.interval().low())) + " to "
                        + optional(row.timesFan(row.interval().high()));
    }

    private static String found(Found found) {
        return found.text().endsWith("zeros")
                ? found.text() + ", " + Rounded.text(100 * found.zeroFraction(), Conformance.DIGITS) + " %"
                : found.text();
    }

    private static String orthogonal(List<OrthogonalRow> rows) {
        return OFFSIDE + "\n\n"
                + """
                Each shape is drawn in single precision in a process of its own, as native code may hang or crash. What happens
                may differ from run to run, so no test compares the table below. Deviation is the largest entry of |WᵀW − I|, or of
                |WWᵀ − I| where there are fewer rows than columns; a kernel counts as a row for each channel out.

                """
                + MarkdownTable.of(
                        "| shape | outcome | deviation | remark |",
                        rows,
                        row -> List.of(
                                row.shape().text(), row.outcome().text(), optional(row.deviation()), row.remark()));
    }

    private static String optional(@Nullable Double value) {
        return Optional.ofNullable(value)
                .map(number -> Rounded.text(number, Conformance.DIGITS))
                .orElse("");
    }
}
