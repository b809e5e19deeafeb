package org.initbench.conformance;

import java.util.List;
import org.initbench.config.Problems;

/**
 * The audit of kinds of layers: what their weights say of the fans that DL4J hands to rules, and of the rules that reach them.
 *
 * @param rows one for each layer, matrix and initializer
 * @param biases one for each layer with biases, and parameter of these
 * @param tests how many were made
 */
public record LayerAudit(List<LayerRow> rows, List<BiasRow> biases, int tests) {

    /** Audits a shape of each family. The same libraries give the same result each time. */
    public static LayerAudit audit() {
        return of(LayerFamily.ALL.stream().map(LayerFamily::standard).toList());
    }

    /**
     * The layers of shapes, to be audited.
     *
     * @param shapes as {@code conv:3x3:32:64:2}
     * @param problems gets a sentence for each that cannot be read
     */
    public static List<LayerCase> layers(List<String> shapes, Problems problems) {
        return shapes.stream()
                .distinct()
                .flatMap(shape -> LayerFamily.parse(shape, problems).stream())
                .toList();
    }

    /** Audits these layers alone. */
    public static LayerAudit of(List<LayerCase> layers) {
        return judged(
                layers.stream()
                        .flatMap(layer -> LayerDraws.findings(layer).stream())
                        .toList(),
                layers.stream().flatMap(layer -> BiasRow.of(layer).stream()).toList());
    }

    /** Each test at a significance by which an audit of sound layers finds anything with probability {@code FAMILY_WISE}. */
    static LayerAudit judged(List<LayerFinding> findings, List<BiasRow> biases) {
        int tests = findings.stream().mapToInt(LayerFinding::tests).sum();
        double significance = Conformance.FAMILY_WISE / Math.max(1, tests);
        return new LayerAudit(
                findings.stream().map(each -> new LayerRow(each, significance)).toList(), biases, tests);
    }

    /** Families whose biases do not begin at the network's {@code biasInit}. */
    public List<String> ignoringBiasInit() {
        return biases.stream()
                .filter(row -> !row.arrives())
                .map(row -> row.layer().family())
                .distinct()
                .toList();
    }

    double significance() {
        return Conformance.FAMILY_WISE / Math.max(1, tests);
    }
}
