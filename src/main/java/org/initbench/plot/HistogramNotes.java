package org.initbench.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.initbench.result.LayerRow;

/** What stands above a histogram: its size, and the shares that it does not show. */
final class HistogramNotes {

    private static final char NO_BREAK = '\u00A0';

    private HistogramNotes() {}

    /** Each figure before and, where it was measured, after training. */
    static String of(List<LayerRow> before, List<LayerRow> after, double low, double high) {
        List<String> notes = new ArrayList<>();
        notes.add("rms " + change(before, after, HistogramNotes::rms, Axes::plain3));
        addShare(notes, "zero", before, after, rows -> share(rows, low, high, Rebinned::zeros));
        addShare(notes, "below", before, after, rows -> share(rows, low, high, Rebinned::below));
        addShare(notes, "above", before, after, rows -> share(rows, low, high, Rebinned::above));
        addShare(notes, "saturated", before, after, HistogramNotes::saturated);
        return notes.stream().map(note -> note.replace(' ', NO_BREAK)).collect(Collectors.joining(", "));
    }

    private static void addShare(
            List<String> notes,
            String what,
            List<LayerRow> before,
            List<LayerRow> after,
            ToDoubleFunction<List<LayerRow>> share) {
        boolean visible = Math.max(share.applyAsDouble(before), share.applyAsDouble(after)) >= 0.005;
        if (visible) {
            notes.add(what + " " + change(before, after, share, HeatMap::percent) + " %");
        }
    }

    private static String change(
            List<LayerRow> before,
            List<LayerRow> after,
            ToDoubleFunction<List<LayerRow>> figure,
            DoubleFunction<String> text) {
        if (before.isEmpty() || after.isEmpty()) {
            return text.apply(figure.applyAsDouble(before.isEmpty() ? after : before));
        }
        String first = text.apply(figure.applyAsDouble(before));
        String last = text.apply(figure.applyAsDouble(after));
        return first.equals(last) ? first : first + " → " + last;
    }

    private static double rms(List<LayerRow> rows) {
        return Math.sqrt(Means.of(rows.stream()
                .mapToDouble(row -> row.statistics().rms() * row.statistics().rms())
                .toArray()));
    }

    private static double share(List<LayerRow> rows, double low, double high, ToDoubleFunction<Rebinned> part) {
        Rebinned histogram = Rebinned.of(rows, low, high);
        return histogram.total() == 0 ? 0 : part.applyAsDouble(histogram) / histogram.total();
    }

    private static double saturated(List<LayerRow> rows) {
        return rows.stream()
                .map(LayerRow::saturatedFraction)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
