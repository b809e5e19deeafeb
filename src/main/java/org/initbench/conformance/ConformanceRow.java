package org.initbench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.initbench.conformance.Drawn.Missing;
import org.initbench.conformance.Finding.Property;
import org.initbench.result.Rounded;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * One initializer for one shape: a row of {@code conformance.csv}.
 *
 * @param fan by which variances are multiplied: the one of the promise
 * @param finding null where there are no weights
 * @param interval that holds the true variance, all intervals of the audit together with probability {@code 1 − FAMILY_WISE}
 * @param falseAlarm upper bound of the probability of the verdict "deviates" on an initializer that keeps its promise; null
 *     where nothing was tested
 * @param remark what is different, or why there are no weights
 */
public record ConformanceRow(
        String initializer,
        Shape shape,
        Fan fan,
        Promise promise,
        @Nullable Finding finding,
        Moments.@Nullable Interval interval,
        Verdict verdict,
        @Nullable Double falseAlarm,
        String remark) {

    /** {@code conformance.csv}. */
    static Table<ConformanceRow> table() {
        return new Table<ConformanceRow>("conformance.csv")
                .column("init", ConformanceRow::initializer)
                .column("shape", row -> row.shape().text())
                .column("fan_in", row -> Fan.FAN_IN.of(row.shape()))
                .column("fan_out", row -> Fan.FAN_OUT.of(row.shape()))
                .column("stride", row -> row.shape().stride())
                .column("fan", row -> row.fan().text())
                .column("fan_value", ConformanceRow::fanValue)
                .column("promised_distribution", ConformanceRow::promisedDistribution)
                .column("promised_variance", ConformanceRow::promisedVariance)
                .column("promised_variance_times_fan", row -> row.timesFan(row.promisedVariance()))
                .column("count", row -> row.found(finding -> finding.moments().count()))
                .column("mean", row -> row.found(finding -> finding.moments().mean()))
                .column("variance", ConformanceRow::variance)
                .column(
                        "kurtosis",
                        row -> row.found(finding -> finding.moments().kurtosis()))
                .column("variance_times_fan", row -> row.timesFan(row.variance()))
                .column(
                        "low",
                        row -> row.interval() == null
                                ? null
                                : row.timesFan(row.interval().low()))
                .column(
                        "high",
                        row -> row.interval() == null
                                ? null
                                : row.timesFan(row.interval().high()))
                .column(
                        "distribution",
                        row -> row.found(finding -> finding.found().text()))
                .column(
                        "zero_fraction",
                        row -> row.found(finding -> finding.found().zeroFraction()))
                .column("mean_p", row -> row.pValue(Property.MEAN))
                .column("variance_p", row -> row.pValue(Property.VARIANCE))
                .column("distribution_p", row -> row.pValue(Property.DISTRIBUTION))
                .column("verdict", row -> row.verdict().text())
                .column("false_alarm", ConformanceRow::falseAlarm)
                .column("remark", ConformanceRow::remark);
    }

    /** Judges a finding, each test at this significance. */
    static ConformanceRow judged(
            String initializer, Shape shape, Fan fan, Promise promise, Finding finding, double significance) {
        int tests = finding.tests().size();
        Verdict verdict =
                finding.breaksAny(significance) ? Verdict.DEVIATES : tests == 0 ? Verdict.NO_PROMISE : Verdict.CONFORMS;
        return new ConformanceRow(
                initializer,
                shape,
                fan,
                promise,
                finding,
                finding.moments().varianceInterval(significance),
                verdict,
                tests == 0 ? null : (Double) (tests * significance),
                remark(promise, finding, significance));
    }

    /** A shape without weights. */
    static ConformanceRow missing(String initializer, Shape shape, Fan fan, Missing missing) {
        return new ConformanceRow(
                initializer, shape, fan, Promise.NONE, null, null, missing.verdict(), null, missing.reason());
    }

    private static String remark(Promise promise, Finding finding, double significance) {
        List<String> remarks = new ArrayList<>();
        if (finding.breaks(Property.MEAN, significance)) {
            remarks.add("mean " + Rounded.text(finding.moments().mean(), Conformance.DIGITS));
        }
        if (finding.breaks(Property.VARIANCE, significance)) {
            double ratio = finding.moments().variance() / promise.variance().orElseThrow();
            remarks.add(Rounded.text(ratio, Conformance.DIGITS) + " times the variance");
        }
        if (finding.breaks(Property.DISTRIBUTION, significance)) {
            String promised = Family.of(promise.distribution().orElseThrow()).text();
            if (!promised.equals(finding.found().text())) {
                remarks.add(finding.found().text() + " instead of " + promised);
            } else if (remarks.isEmpty()) {
                remarks.add("not quite " + promised);
            }
        }
        return String.join("; ", remarks);
    }

    double fanValue() {
        return fan.of(shape);
    }

    @Nullable
    Double timesFan(@Nullable Double value) {
        return value == null ? null : (Double) (value * fanValue());
    }

    @Nullable
    Double promisedVariance() {
        return promise.variance().isPresent() ? (Double) promise.variance().getAsDouble() : null;
    }

    String promisedDistribution() {
        return promise.distribution().map(Family::of).map(Family::text).orElse("");
    }

    @Nullable
    Double variance() {
        return finding == null ? null : (Double) finding.moments().variance();
    }

    private @Nullable Object found(Function<Finding, Object> value) {
        return finding == null ? null : value.apply(finding);
    }

    private @Nullable Double pValue(Property property) {
        Optional<Double> pValue = finding == null
                ? Optional.empty()
                : finding.tests().stream()
                        .filter(test -> test.property() == property)
                        .map(Finding.Test::pValue)
                        .findFirst();
        return pValue.orElse(null);
    }
}
