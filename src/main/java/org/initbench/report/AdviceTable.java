package org.initbench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.initbench.advice.Advice;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.LayerRow;
import org.initbench.result.RunResults;

/** What theory advises for the activations of a run, and what it says of the initializers that were run. */
final class AdviceTable {

    private static final String ACTIVATION = "network.activation";
    private static final int FEWEST_LAYERS = 10;
    private static final int USUAL_WIDTH = 100;
    private static final List<String> USUAL = List.of("relu", "tanh", "sigmoid");

    private AdviceTable() {}

    static ReportTable of(RunResults run) {
        int depth = Math.max(FEWEST_LAYERS, layers(run));
        int width = width(run.resolved().path("network"));
        Set<String> activations = activations(run.resolved());
        List<Row> rows = new ArrayList<>();
        for (String activation : activations) {
            addRows(rows, activation, Advice.of(activation, depth, width, run.initializers()), run.initializers());
        }
        return new ReportTable(
                "advice",
                "Advice by activation",
                "What mean-field theory says of " + depth + " equal dense layers of " + width
                        + " units without normalization or skip connections, fed with standard-normal input; it knows nothing "
                        + "of this run's results. Kept: within a factor of 10 from the first layer to the last.",
                List.of(
                        Column.text("activation"),
                        Column.text("initializer"),
                        Column.text("advice"),
                        Column.text("reason"),
                        Column.number("signal, first layer"),
                        Column.number("signal, last layer"),
                        Column.number("gradient, first layer by last")),
                rows);
    }

    private static void addRows(List<Row> rows, String activation, List<Advice> advice, List<String> inits) {
        Advice best = advice.stream().filter(Advice::isDefault).findFirst().orElse(advice.get(0));
        for (Advice each : advice) {
            boolean wasRun = inits.contains(each.init());
            if (each.equals(best) || wasRun) {
                rows.add(new Row(
                        null,
                        null,
                        wasRun ? List.of(each.init()) : List.of(),
                        List.of(
                                activation,
                                each.init(),
                                each.equals(best) ? "use this" : "",
                                each.verdict() + "; " + each.reach(),
                                Figures.of(each.firstSignal()),
                                Figures.of(each.lastSignal()),
                                Figures.of(each.firstGradient()))));
            }
        }
    }

    private static Set<String> activations(ObjectNode study) {
        Set<String> named = new LinkedHashSet<>();
        JsonNode grid = study.path("grid").path(ACTIVATION);
        if (grid.isEmpty()) {
            named.add(study.at("/network/activation").asText());
        }
        grid.forEach(activation -> named.add(activation.asText()));
        named.removeIf(activation -> !Advice.knows(activation));
        named.addAll(named.isEmpty() ? USUAL : List.of());
        return named;
    }

    private static int layers(RunResults run) {
        return run.trials().stream()
                        .flatMap(trial -> trial.layers().stream())
                        .mapToInt(LayerRow::layer)
                        .max()
                        .orElse(0)
                + 1;
    }

    private static int width(JsonNode network) {
        int width = network.path("width").asInt(network.path("hidden").path(0).asInt(USUAL_WIDTH));
        return width > 0 ? width : USUAL_WIDTH;
    }
}
