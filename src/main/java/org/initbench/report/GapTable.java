package org.initbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.Quantity;
import org.initbench.result.TheoryGap;
import org.initbench.result.TrialResult;

/** Of which layers theory says nothing, and why. */
final class GapTable {

    private final TableFrame frame;

    private GapTable(TableFrame frame) {
        this.frame = frame;
    }

    static ReportTable of(TableFrame frame) {
        return new GapTable(frame).table();
    }

    /** What is said of several layers and initializers alike. */
    private record Gap(Quantity quantity, String reason) {}

    private static final class Found {
        private final Set<String> layers = new LinkedHashSet<>();
        private final Set<String> initializers = new LinkedHashSet<>();
    }

    private ReportTable table() {
        List<Row> rows = new ArrayList<>();
        frame.run().variants().forEach(variant -> addRows(rows, variant));
        return new ReportTable(
                "gaps",
                "Where theory says nothing",
                "Layers that were measured before training, and of which theory_rms is empty.",
                frame.columns(
                        Column.text("layers"), Column.text("of"), Column.text("initializers"), Column.text("reason")),
                rows);
    }

    private void addRows(List<Row> rows, String variant) {
        Map<Gap, Found> all = new LinkedHashMap<>();
        Set<String> initializers = new LinkedHashSet<>();
        for (TrialResult trial : frame.run().trials()) {
            if (trial.key().variant().equals(variant)) {
                initializers.add(trial.key().init());
                for (TheoryGap gap : trial.facts().gaps()) {
                    Found found = all.computeIfAbsent(new Gap(gap.quantity(), gap.reason()), fresh -> new Found());
                    found.layers.add(gap.name());
                    found.initializers.add(trial.key().init());
                }
            }
        }
        all.forEach((gap, found) -> rows.add(new Row(
                variant,
                Rate.ANY,
                List.copyOf(found.initializers),
                frame.cells(
                        variant,
                        String.join(", ", found.layers),
                        gap.quantity() == Quantity.ACTIVATION ? "signals" : "gradients",
                        found.initializers.equals(initializers) ? "all" : String.join(", ", found.initializers),
                        gap.reason()))));
    }
}
