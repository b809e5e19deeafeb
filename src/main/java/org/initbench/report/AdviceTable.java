package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.initbench.advice.Advice;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.DenseShape;

/** What theory says of the hidden layers of the networks that were run, where these are plain stacks of dense layers. */
final class AdviceTable {

    /** A single layer passes nothing on. */
    private static final int FEWEST_LAYERS = 2;

    private final TableFrame frame;

    private AdviceTable(TableFrame frame) {
        this.frame = frame;
    }

    static ReportTable of(TableFrame frame) {
        return new AdviceTable(frame).table();
    }

    private ReportTable table() {
        List<Row> rows = new ArrayList<>();
        for (String variant : frame.run().variants()) {
            hidden(variant).ifPresent(hidden -> addRows(rows, variant, hidden));
        }
        return new ReportTable(
                "advice",
                "Advice by theory",
                "What mean-field theory says of the hidden layers of this network, fed with standard-normal input; it knows "
                        + "nothing of this run's results. Kept: within a factor of 10 from the first hidden layer to the last.",
                frame.columns(
                        Column.text("hidden layers"),
                        Column.text("initializer"),
                        Column.text("advice"),
                        Column.text("reason"),
                        Column.number("signal, first layer"),
                        Column.number("signal, last layer"),
                        Column.number("gradient, first layer by last")),
                rows);
    }

    /** The layers of a variant, where theory knows them all and there are several. */
    private Optional<List<DenseShape>> hidden(String variant) {
        return frame.run().trials().stream()
                .filter(trial -> trial.key().variant().equals(variant))
                .map(trial -> trial.facts().hidden())
                .filter(hidden -> hidden.size() >= FEWEST_LAYERS)
                .filter(hidden -> hidden.stream().allMatch(layer -> Advice.knows(layer.activation())))
                .findFirst();
    }

    private void addRows(List<Row> rows, String variant, List<DenseShape> hidden) {
        List<String> inits = frame.run().initializers();
        List<Advice> advice = Advice.of(hidden, inits);
        Advice best = advice.stream().filter(Advice::isDefault).findFirst().orElse(advice.get(0));
        for (Advice each : advice) {
            boolean wasRun = inits.contains(each.init());
            if (each.equals(best) || wasRun) {
                rows.add(new Row(
                        variant,
                        Rate.ANY,
                        wasRun ? List.of(each.init()) : List.of(),
                        frame.cells(
                                variant,
                                words(hidden),
                                each.init(),
                                each.equals(best) ? "use this" : "",
                                each.verdict() + (each.reach().isEmpty() ? "" : "; " + each.reach()),
                                Figures.of(each.firstSignal()),
                                Figures.of(each.lastSignal()),
                                Figures.of(each.firstGradient()))));
            }
        }
    }

    /** {@code 30 × 100 relu}, {@code 512-256-128 relu}. */
    private static String words(List<DenseShape> hidden) {
        List<Integer> units = hidden.stream().map(DenseShape::units).toList();
        String widths = units.stream().distinct().count() == 1
                ? units.size() + " × " + units.get(0)
                : units.stream().map(String::valueOf).collect(Collectors.joining("-"));
        return widths + " "
                + hidden.stream().map(DenseShape::activation).distinct().collect(Collectors.joining(", "));
    }
}
