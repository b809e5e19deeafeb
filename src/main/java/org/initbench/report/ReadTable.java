package org.initbench.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.initbench.report.ReportTable.Column;
import org.initbench.report.ReportTable.Rate;
import org.initbench.report.ReportTable.Row;
import org.initbench.result.DataReading;

/** What was read of files of data, as the manifest has it: columns by what became of them, and classes with their shares. */
final class ReadTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_NAMED = 12;
    private static final double PERCENT = 100;

    private ReadTable() {}

    static ReportTable of(ObjectNode manifest) {
        List<DataReading> readings = readings(manifest);
        List<Row> rows = new ArrayList<>();
        readings.forEach(reading -> add(rows, reading, readings.size() > 1 ? reading.name() : ""));
        return new ReportTable(
                "read",
                "What was read",
                readings.stream().map(ReadTable::note).collect(Collectors.joining(" ")),
                List.of(Column.text("data"), Column.text("of"), Column.text("name"), Column.text("what it is")),
                rows);
    }

    private static List<DataReading> readings(ObjectNode manifest) {
        List<DataReading> readings = new ArrayList<>();
        for (JsonNode each : manifest.path(DataReading.KEY)) {
            try {
                readings.add(JSON.treeToValue(each, DataReading.class));
            } catch (JacksonException ofAnotherVersion) {
                return List.of();
            }
        }
        return readings;
    }

    private static String note(DataReading reading) {
        String count = reading.name() + ": " + reading.examples() + " examples";
        return reading.decisions().isEmpty()
                ? count + "."
                : count + "; " + String.join("; ", reading.decisions()) + ".";
    }

    private static void add(List<Row> rows, DataReading reading, String data) {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        reading.columns().forEach(column -> uses.computeIfAbsent(column.use(), use -> new ArrayList<>())
                .add(column.name()));
        uses.forEach((use, names) ->
                rows.add(row(data, names.size() == 1 ? "column" : names.size() + " columns", some(names), use)));
        int all = reading.classes().stream()
                .mapToInt(DataReading.ClassCount::count)
                .sum();
        reading.classes()
                .forEach(each -> rows.add(row(
                        data,
                        "class",
                        each.name(),
                        String.format(
                                Locale.ROOT, "%d examples, %.1f %%", each.count(), PERCENT * each.count() / all))));
    }

    private static Row row(String... cells) {
        return new Row(null, Rate.ANY, List.of(), List.of(cells));
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMED ? first + " and " + (names.size() - MOST_NAMED) + " more" : first;
    }
}
