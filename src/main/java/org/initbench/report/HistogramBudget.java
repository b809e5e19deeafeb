package org.initbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.initbench.report.PageData.Histogram;
import org.initbench.result.LayerRow;
import org.initbench.result.LayerRow.Bin;
import org.initbench.result.Quantity;

/** Which histograms the page can hold: as many as fit, those that are looked at most before the others. */
enum HistogramBudget {
    /** All of them. */
    ALL("") {
        @Override
        boolean shows(LayerRow row, int last) {
            return true;
        }
    },

    /** Before and after training. */
    ENDS("Histograms are shown before and after training only.") {
        @Override
        boolean shows(LayerRow row, int last) {
            return row.iteration() == 0 || row.iteration() == last;
        }
    },

    /** Likewise, of what people ask for first. */
    FEW("Histograms are shown before and after training only, and of weights, activations and their gradients only.") {
        @Override
        boolean shows(LayerRow row, int last) {
            return ENDS.shows(row, last) && FIRST.contains(row.quantity());
        }
    },

    /** None. */
    NONE("There are too many histograms for this page; histograms.csv has them all.") {
        @Override
        boolean shows(LayerRow row, int last) {
            return false;
        }
    };

    private static final Set<Quantity> FIRST =
            Set.of(Quantity.WEIGHT, Quantity.ACTIVATION, Quantity.ACTIVATION_GRADIENT);

    private final String note;

    HistogramBudget(String note) {
        this.note = note;
    }

    /** What is left out; empty where nothing is. */
    String note() {
        return note;
    }

    abstract boolean shows(LayerRow row, int last);

    /** The histograms among these rows that are shown. */
    List<Histogram> histograms(List<LayerRow> rows) {
        int last = last(rows);
        return rows.stream()
                .filter(row -> shows(row, last))
                .map(HistogramBudget::histogram)
                .flatMap(Optional::stream)
                .toList();
    }

    private static int last(List<LayerRow> rows) {
        return rows.stream().mapToInt(LayerRow::iteration).max().orElse(0);
    }

    private static Optional<Histogram> histogram(LayerRow row) {
        List<Bin> inner = new ArrayList<>(row.histogram());
        long below = 0;
        long above = 0;
        if (!inner.isEmpty() && Double.isInfinite(inner.get(0).low())) {
            below = inner.remove(0).count();
        }
        if (!inner.isEmpty() && Double.isInfinite(inner.get(inner.size() - 1).high())) {
            above = inner.remove(inner.size() - 1).count();
        }
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Histogram(
                row.iteration(),
                inner.get(0).low(),
                inner.get(inner.size() - 1).high(),
                inner.stream().map(Bin::count).toList(),
                below,
                above,
                Math.round(row.statistics().zeroFraction() * row.statistics().count())));
    }
}
