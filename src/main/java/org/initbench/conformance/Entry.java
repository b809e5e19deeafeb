package org.initbench.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initbench.conformance.Finding.Property;

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
                .map(Family::of));
        String foundFamilies = families(findings.values().stream().map(Finding::family));
        List<Shape> broken = findings.entrySet().stream()
                .filter(entry -> entry.getValue().breaksAny(significance))
                .map(Map.Entry::getKey)
                .toList();
        Verdict verdict = verdict(findings, !broken.isEmpty());
        List<String> remarks = new ArrayList<>();
        if (verdict == Verdict.DEVIATES) {
            remarks.addAll(difference(promised, found));
            boolean otherFamily =
                    findings.values().stream().anyMatch(finding -> finding.breaks(Property.DISTRIBUTION, significance));
            if (otherFamily && !foundFamilies.equals(promisedFamilies)) {
                remarks.add(foundFamilies + " instead of " + promisedFamilies);
            }
            if (broken.size() < findings.size()) {
                remarks.add("only for " + shapes(broken));
            }
        }
        if (!drawn.refusals().isEmpty() && verdict != Verdict.REFUSED) {
            remarks.add("refuses " + shapes(List.copyOf(drawn.refusals().keySet())));
        }
        remarks.addAll(twins);
        return new Entry(
                drawn.subject().initializer().spec(),
                verdict,
                drawn.subject().source(),
                joined(promised, promisedFamilies),
                joined(found, foundFamilies),
                String.join("; ", remarks));
    }

    private static Verdict verdict(Map<Shape, Finding> findings, boolean anyBroken) {
        if (findings.isEmpty()) {
            return Verdict.REFUSED;
        }
        if (anyBroken) {
            return Verdict.DEVIATES;
        }
        return findings.values().stream().allMatch(finding -> finding.tests().isEmpty())
                ? Verdict.NO_PROMISE
                : Verdict.CONFORMS;
    }

    private static List<String> difference(Optional<Law> promised, Optional<Law> found) {
        List<String> remarks = new ArrayList<>();
        if (promised.isPresent() && found.isPresent()) {
            double ratio = found.get().scale() / promised.get().scale();
            if (!found.get().allows(promised.get().scale())) {
                remarks.add(Rounded.text(ratio) + " times the promised variance");
            }
            if (found.get().fan() != promised.get().fan()) {
                remarks.add(found.get().fan().peculiarity());
            }
        } else if (promised.isPresent()) {
            remarks.add("its variance follows no fan");
        }
        return remarks;
    }

    private static String families(Stream<Family> families) {
        return families.distinct().sorted().map(Family::text).collect(Collectors.joining(" or "));
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
