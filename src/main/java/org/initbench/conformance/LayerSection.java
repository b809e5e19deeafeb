package org.initbench.conformance;

import java.util.List;
import java.util.stream.Collectors;
import org.initbench.result.Rounded;

/** What an audit of layers found, as a section of a page. */
final class LayerSection {

    private LayerSection() {}

    static String of(LayerAudit audit) {
        return introduction(audit) + parameters(LayerEntry.of(audit)) + biases(audit.biases());
    }

    private static String introduction(LayerAudit audit) {
        return """
                ## Layers

                Which fans DL4J hands to a rule depends on the layer. Each layer below is alone in a network as DL4J's users make it, with
                `weightInit(…)` and `biasInit(%s)` set for the whole network: under `XAVIER`, variance 2/(fan_in + fan_out), and under
                `RELU`, variance 2/fan_in. Fans are those of one matrix, one gate of an LSTM by itself: what one output sums over, and
                what one input reaches, whatever the stride; of a transposed convolution fan_in is divided by the strides. **DL4J's** are those
                that its source hands over; **measured** is what the variance s² of the weights comes from, 2/s², least and largest of the gates.
                A layer that the network's rule does not reach has RELU set on itself for the measured fan_in. `he_normal`, `glorot_normal`,
                `lecun_normal` and `orthogonal` of the catalog are audited with the same layers. A layer with few weights is drawn
                again until there are 2000 of each matrix.

                **Shapes** of one's own, for `--shape`: %s.

                **False alarms.** The variance is tested against the promise and, where DL4J drew, against what its source leads to: %d tests, each at
                significance %s/%d = %s, so that layers that all keep their promises deviate anywhere with probability at most
                %s. %s

                """
                .formatted(
                        number(LayerDraws.BIAS),
                        forms(),
                        audit.tests(),
                        number(Conformance.FAMILY_WISE),
                        audit.tests(),
                        number(audit.significance()),
                        number(Conformance.FAMILY_WISE),
                        agreement(audit));
    }

    private static String forms() {
        return LayerFamily.ALL.stream()
                .map(LayerFamily::form)
                .map(MarkdownTable::code)
                .collect(Collectors.joining(", "));
    }

    private static String agreement(LayerAudit audit) {
        long others = audit.rows().stream().filter(row -> !row.isConfirmed()).count();
        return others == 0
                ? "All weights agree with DL4J's source."
                : "Samples that do not agree with DL4J's source: " + others + ".";
    }

    private static String parameters(List<LayerEntry> entries) {
        return MarkdownTable.of(
                "| layer | weights | fans in, out | DL4J's | measured in | measured in + out "
                        + "| XAVIER's variance / promise | RELU's | verdict | remark | in DL4J's defence |",
                entries,
                entry -> List.of(
                        MarkdownTable.code(entry.shape()),
                        entry.parameter(),
                        entry.fans(),
                        entry.dl4jFans(),
                        entry.measuredFanIn(),
                        entry.measuredFanSum(),
                        entry.xavierRatio(),
                        entry.reluRatio(),
                        entry.verdict().text(),
                        entry.remark(),
                        entry.defence()));
    }

    private static String biases(List<BiasRow> rows) {
        return "Whether `biasInit(" + number(LayerDraws.BIAS) + ")` of the network arrives:\n\n"
                + MarkdownTable.of(
                        "| layer | biases | begin at | biasInit | remark |",
                        rows,
                        row -> List.of(
                                MarkdownTable.code(row.layer().shape()),
                                row.bias(),
                                row.begins(),
                                row.verdict(),
                                row.remark()));
    }

    private static String number(double value) {
        return Rounded.text(value, Conformance.DIGITS);
    }
}
