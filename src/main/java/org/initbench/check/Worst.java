package org.initbench.check;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.initbench.result.LayerRow;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the layer that is worst by it.
 *
 * @param layer its position among the layers with weights, and DL4J's name
 */
public record Worst(double value, String layer) {

    /** The largest; null where no layer has the figure. */
    static @Nullable Worst largest(List<LayerRow> rows, Function<LayerRow, @Nullable Double> figure) {
        return most(rows, figure, 1);
    }

    /** The smallest; null likewise. */
    static @Nullable Worst smallest(List<LayerRow> rows, Function<LayerRow, @Nullable Double> figure) {
        return most(rows, figure, -1);
    }

    private static @Nullable Worst most(List<LayerRow> rows, Function<LayerRow, @Nullable Double> figure, int sign) {
        Worst worst = null;
        for (LayerRow row : rows) {
            Double value = figure.apply(row);
            if (value != null
                    && (worst == null || Comparator.<Double>naturalOrder().compare(value, worst.value) * sign > 0)) {
                worst = new Worst(value, row.layer() + " (" + row.name() + ")");
            }
        }
        return worst;
    }
}
