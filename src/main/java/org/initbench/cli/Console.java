package org.initbench.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.initbench.advice.Advice;
import org.initbench.conformance.Entry;
import org.initbench.conformance.OrthogonalRow;
import org.initbench.engine.Checkup;
import org.initbench.report.DocumentRow;
import org.initbench.report.DocumentSection;
import org.initbench.report.DocumentSection.Compared;
import org.initbench.report.DocumentSection.NotComparable;
import org.initbench.report.Report;
import org.initbench.result.LayerRow;
import org.initbench.result.Outcome;
import org.initbench.result.Quantity;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** Prints the tables that a run ends with. */
final class Console {

    private static final MathContext DIGITS = new MathContext(5);

    private final PrintWriter out;

    Console(PrintWriter out) {
        this.out = out;
    }

    /** What a run came to. */
    void printReport(Report report) {
        List<TrialResult> trials = report.run().results().trials();
        printTrials(trials);
        printActivations(trials);
        DocumentSection document = report.document();
        if (document instanceof Compared compared) {
            printDocument(compared);
        } else if (document instanceof NotComparable difference) {
            out.println("not compared with the document: " + difference.reason());
        }
        out.println("results: " + report.run().folder());
    }

    /** How each trial ended. */
    private void printTrials(List<TrialResult> trials) {
        List<TrialResult> shown = trials.stream()
                .filter(trial -> trial.iterations() > 0 || !(trial.outcome() instanceof Outcome.Completed))
                .toList();
        print(
                shown,
                List.of(
                        left("initializer", trial -> name(trial)),
                        right("rate", trial -> number(trial.key().learningRate())),
                        right("repetition", trial -> String.valueOf(trial.key().repetition())),
                        left("status", trial -> trial.outcome().status()),
                        right("train loss", trial -> number(trial.train().loss())),
                        right("train accuracy", trial -> number(trial.train().accuracy())),
                        right("test loss", trial -> number(trial.test().loss())),
                        right("test accuracy", trial -> number(trial.test().accuracy())),
                        left("reason", trial -> trial.outcome().reason())));
    }

    /** The activations of studies that do not train, layer by layer, as means over repetitions. */
    private void printActivations(List<TrialResult> trials) {
        Map<List<Object>, List<LayerRow>> layers = new LinkedHashMap<>();
        for (TrialResult trial : trials) {
            trial.layers().stream()
                    .filter(row -> trial.iterations() == 0 && row.quantity() == Quantity.ACTIVATION)
                    .forEach(row -> layers.computeIfAbsent(List.of(name(trial), row.layer()), key -> new ArrayList<>())
                            .add(row));
        }
        print(
                List.copyOf(layers.entrySet()),
                List.of(
                        left("initializer", entry -> entry.getKey().get(0).toString()),
                        right("layer", entry -> entry.getKey().get(1).toString()),
                        right(
                                "mean",
                                entry -> mean(entry.getValue(), row -> row.statistics()
                                        .mean())),
                        right(
                                "std",
                                entry -> mean(entry.getValue(), row -> row.statistics()
                                        .std())),
                        right(
                                "rms",
                                entry -> mean(entry.getValue(), row -> row.statistics()
                                        .rms())),
                        right("theory rms", entry -> mean(entry.getValue(), LayerRow::theoryRms)),
                        right("saturated", entry -> mean(entry.getValue(), LayerRow::saturatedFraction)),
                        right("dead units", entry -> mean(entry.getValue(), LayerRow::deadUnitFraction))));
    }

    /** What theory says of each initializer. */
    void printAdvice(List<Advice> advice) {
        print(
                advice,
                List.of(
                        left("initializer", Advice::init),
                        right("first signal", each -> number(each.firstSignal())),
                        right("last signal", each -> number(each.lastSignal())),
                        right("first gradient", each -> number(each.firstGradient())),
                        right("last gradient", each -> number(1.0)),
                        right("depth scale", each -> number(each.depthScale())),
                        left("verdict", Advice::verdict)));
    }

    /** What each initializer draws beside what it promises, those that deviate first. */
    void printConformance(List<Entry> entries) {
        printEntries(entries.stream().filter(entry -> !entry.verdict().isKept()).toList());
        printEntries(entries.stream().filter(entry -> entry.verdict().isKept()).toList());
    }

    private void printEntries(List<Entry> entries) {
        print(
                entries,
                List.of(
                        left("initializer", Entry::initializer),
                        left("verdict", entry -> entry.verdict().text()),
                        left("promised", Entry::promised),
                        left("found", Entry::found),
                        left("remark", Entry::remark)));
    }

    /** What DL4J's OrthogonalDistribution did. */
    void printOrthogonal(List<OrthogonalRow> rows) {
        print(
                rows,
                List.of(
                        left("OrthogonalDistribution", row -> row.shape().text()),
                        left("outcome", row -> row.outcome().text()),
                        right("deviation", row -> number(row.deviation())),
                        left("remark", OrthogonalRow::remark)));
    }

    /** What a machine has and lacks. */
    void printFindings(List<Checkup.Finding> findings) {
        print(
                findings,
                List.of(
                        left("checked", Checkup.Finding::thing),
                        left("state", finding -> finding.state().name().toLowerCase(Locale.ROOT)),
                        left("found", Checkup.Finding::text)));
    }

    private void printDocument(Compared document) {
        print(
                document.rows().stream().filter(row -> row.measured() != null).toList(),
                List.of(
                        left("initializer", DocumentRow::init),
                        left("quantity", DocumentRow::quantity),
                        right("iteration", row -> String.valueOf(row.iteration())),
                        right("document", row -> String.valueOf(row.document())),
                        right("measured", row -> String.valueOf(row.measured())),
                        left("agrees", Console::verdict)));
        out.printf(
                Locale.ROOT,
                "%d of %d judged figures agree with the document%n",
                document.matching(),
                document.judged());
    }

    private static String verdict(DocumentRow row) {
        if (row.matches() == null) {
            return "not judged";
        }
        return row.matches() ? "yes" : "NO";
    }

    private static String name(TrialResult trial) {
        String variant = trial.key().variant();
        return variant.isEmpty()
                ? trial.key().init()
                : variant + " " + trial.key().init();
    }

    private static String mean(List<LayerRow> rows, Function<LayerRow, @Nullable Double> value) {
        List<Double> values = new ArrayList<>();
        rows.stream().map(value).filter(Objects::nonNull).forEach(values::add);
        return values.isEmpty()
                ? ""
                : number(values.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN));
    }

    /** Five significant digits. */
    private static String number(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return value == null ? "" : String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        boolean readable = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6);
        return readable ? rounded.toPlainString() : String.format(Locale.ROOT, "%.4e", value);
    }

    private <T> void print(List<T> rows, List<ColumnData<T>> columns) {
        List<ColumnData<T>> filled = columns.stream()
                .filter(column ->
                        rows.stream().anyMatch(row -> !column.getCellValue(row).isEmpty()))
                .toList();
        if (!filled.isEmpty()) {
            out.println(AsciiTable.builder()
                    .border(AsciiTable.NO_BORDERS)
                    .data(rows, filled)
                    .asString());
        }
    }

    private static <T> ColumnData<T> left(String header, Function<T, String> cell) {
        return column(header, HorizontalAlign.LEFT, cell);
    }

    private static <T> ColumnData<T> right(String header, Function<T, String> cell) {
        return column(header, HorizontalAlign.RIGHT, cell);
    }

    private static <T> ColumnData<T> column(String header, HorizontalAlign align, Function<T, String> cell) {
        return new Column()
                .header(header)
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(200)
                .with(cell);
    }
}
