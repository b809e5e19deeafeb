package org.initbench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.result.Rounded;

/**
 * One initializer over all shapes.
 *
 * @param initializer normalized spec
 * @param source where the promise is made; empty where none is
 * @param promised variance and distribution; empty where there is no promise
 * @param found likewise
 * @param remark what is different, where, and which other initializers draw the same; may be empty
 */
public record Entry(String initializer, Verdict verdict, String source, String promised, String found, String remark) {

    /**
     * Puts the findings together.
     *
     * @param twins remarks on initializers that draw the same
     * @param significance of each test
     */
    static Entry of(Audited audited, List<String> twins, double significance) {
        Drawn drawn = audited.drawn();
        Map<Shape, Finding> findings = audited.findings();
        Optional<Law> promised = audited.law();
        Optional<Law> found = Law.found(findings, significance);
        String promisedFamilies = families(audited.promises().values().stream()
                .flatMap(promise -> promise.distribution().stream())
                .map(Family::of)
                .map(Family::text));
        String foundFamilies = families(
                findings.values().stream().map(finding -> finding.found().text()));
        List<Shape> broken = findings.entrySet().stream()
                .filter(entry -> entry.getValue().breaksAny(significance))
                .map(Map.Entry::getKey)
                .toList();
        Verdict verdict = verdict(audited, !broken.isEmpty());
        List<String> remarks = new ArrayList<>();
        if (verdict == Verdict.DEVIATES) {
            remarks.addAll(difference(promised, found));
            if (broken.size() < findings.size()) {
                remarks.add("only for " + shapes(broken));
            }
        }
        remarks.addAll(missing(drawn));
        remarks.addAll(twins);
        return new Entry(
                drawn.subject().initializer().spec(),
                verdict,
                drawn.subject().source(),
                joined(promised, promisedFamilies),
                joined(found, foundFamilies),
                String.join("; ", remarks));
    }

    private static Verdict verdict(Audited audited, boolean anyBroken) {
        if (anyBroken) {
            return Verdict.DEVIATES;
        }
        if (audited.drawn().missing().values().stream().anyMatch(missing -> missing.verdict() == Verdict.FAILED)) {
            return Verdict.FAILED;
        }
        if (audited.findings().isEmpty()) {
            return Verdict.REFUSED;
        }
        return audited.tests() == 0 ? Verdict.NO_PROMISE : Verdict.CONFORMS;
    }

    private static List<String> missing(Drawn drawn) {
        List<String> remarks = new ArrayList<>();
        int shapes = drawn.weights().size() + drawn.missing().size();
        long refused = drawn.missing().values().stream()
                .filter(missing -> missing.verdict() == Verdict.REFUSED)
                .count();
        if (refused > 0) {
            remarks.add("refuses " + refused + " of " + shapes + " shapes");
        }
        drawn.missing().forEach((shape, missing) -> {
            if (missing.verdict() == Verdict.FAILED) {
                remarks.add(missing.reason() + " for " + shape.text());
            }
        });
        return remarks;
    }

    private static List<String> difference(Optional<Law> promised, Optional<Law> found) {
        List<String> remarks = new ArrayList<>();
        if (promised.isPresent() && found.isPresent()) {
            double ratio = found.get().scale() / promised.get().scale();
            if (!found.get().allows(promised.get().scale())) {
                remarks.add(Rounded.text(ratio, Conformance.DIGITS) + " times the variance");
            }
            if (found.get().fan() != promised.get().fan()) {
                remarks.add(found.get().fan().peculiarity());
            }
        } else if (promised.isPresent()) {
            remarks.add("its variance follows no fan");
        }
        return remarks;
    }

    private static String families(Stream<String> families) {
        return families.distinct().sorted().collect(Collectors.joining(" or "));
    }

    private static String shapes(List<Shape> shapes) {
        return shapes.stream().map(Shape::text).collect(Collectors.joining(" and "));
    }

    private static String joined(Optional<Law> law, String families) {
        return Stream.of(law.map(Law::text).orElse(""), families)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
