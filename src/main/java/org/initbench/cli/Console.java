package org.initbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.initbench.advice.Advice;
import org.initbench.conformance.Entry;
import org.initbench.conformance.LayerAudit;
import org.initbench.conformance.LayerEntry;
import org.initbench.conformance.OrthogonalRow;
import org.initbench.run.Checkup;

/** Prints the tables of commands that run no trials. */
final class Console {

    private final PrintWriter out;

    Console(PrintWriter out) {
        this.out = out;
    }

    /** What theory says of each initializer. */
    void printAdvice(List<Advice> advice) {
        TextTable.print(
                out,
                advice,
                List.of(
                        TextTable.left("initializer", Advice::init),
                        TextTable.right("first signal", each -> TextTable.number(each.firstSignal())),
                        TextTable.right("last signal", each -> TextTable.number(each.lastSignal())),
                        TextTable.right("first gradient", each -> TextTable.number(each.firstGradient())),
                        TextTable.right("last gradient", each -> TextTable.number(1.0)),
                        TextTable.right(
                                "depth scale",
                                each -> Double.isNaN(each.depthScale()) ? "" : TextTable.number(each.depthScale())),
                        TextTable.left("verdict", Advice::verdict)));
    }

    /** What each initializer draws beside what it promises, those that deviate first. */
    void printConformance(List<Entry> entries) {
        printEntries(entries.stream().filter(entry -> !entry.verdict().isKept()).toList());
        printEntries(entries.stream().filter(entry -> entry.verdict().isKept()).toList());
    }

    private void printEntries(List<Entry> entries) {
        TextTable.print(
                out,
                entries,
                List.of(
                        TextTable.left("initializer", Entry::initializer),
                        TextTable.left("verdict", entry -> entry.verdict().text()),
                        TextTable.left("promised", Entry::promised),
                        TextTable.left("found", Entry::found),
                        TextTable.left("remark", Entry::remark)));
    }

    /** The weights of layers that are not as the field has it, and how many tests were made. */
    void printLayers(LayerAudit layers) {
        List<LayerEntry> entries = LayerEntry.of(layers);
        List<LayerEntry> deviating =
                entries.stream().filter(entry -> !entry.verdict().isKept()).toList();
        TextTable.print(
                out,
                deviating,
                List.of(
                        TextTable.left("layer", LayerEntry::shape),
                        TextTable.left("weights", LayerEntry::parameter),
                        TextTable.left("fans in, out", LayerEntry::fans),
                        TextTable.left("DL4J's", LayerEntry::dl4jFans),
                        TextTable.left("XAVIER's variance / promise", LayerEntry::xavierRatio),
                        TextTable.left("RELU's", LayerEntry::reluRatio),
                        TextTable.left("remark", LayerEntry::remark)));
        if (!layers.ignoringBiasInit().isEmpty()) {
            out.println("biasInit is ignored by " + String.join(", ", layers.ignoringBiasInit()));
        }
        out.printf(
                Locale.ROOT,
                "%d of %d weight parameters of layers deviate; %d tests%n",
                deviating.size(),
                entries.size(),
                layers.tests());
    }

    /** What DL4J's OrthogonalDistribution did. */
    void printOrthogonal(List<OrthogonalRow> rows) {
        TextTable.print(
                out,
                rows,
                List.of(
                        TextTable.left(
                                "OrthogonalDistribution", row -> row.shape().text()),
                        TextTable.left("outcome", row -> row.outcome().text()),
                        TextTable.right("deviation", row -> TextTable.number(row.deviation())),
                        TextTable.left("remark", OrthogonalRow::remark)));
    }

    /** What a machine has and lacks. */
    void printFindings(List<Checkup.Finding> findings) {
        TextTable.print(
                out,
                findings,
                List.of(
                        TextTable.left("checked", Checkup.Finding::thing),
                        TextTable.left(
                                "state", finding -> finding.state().name().toLowerCase(Locale.ROOT)),
                        TextTable.left("found", Checkup.Finding::text)));
    }
}
