package org.initbench.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A figure of a tensor that is put together over repetitions: a {@link LayerStatistic}, or made of some. */
public enum LayerFigure {
    RMS,
    MEAN,
    STD,
    ABS_MEAN,
    MIN,
    MAX,
    ZERO_FRACTION,
    SATURATED_FRACTION,
    DEAD_UNIT_FRACTION,
    DISTINCT_UNIT_FRACTION,
    THEORY_RMS,
    /** Share of the values that is the same for all, 1 − std/rms; no column. */
    CONSTANCY;

    /** All that are columns, in the order in which the page offers them, the first being its default. */
    public static final List<LayerFigure> COLUMNS =
            Stream.of(values()).filter(figure -> figure != CONSTANCY).toList();

    private static final Map<LayerFigure, LayerStatistic> STATISTICS = COLUMNS.stream()
            .collect(Collectors.toUnmodifiableMap(figure -> figure, figure -> LayerStatistic.of(figure.column())));

    /** The name of the column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of one tensor; null where it was not measured. */
    @Nullable
    Double of(LayerRow row) {
        LayerStatistic statistic = STATISTICS.get(this);
        if (statistic == null) {
            return 1 - row.statistics().std() / row.statistics().rms();
        }
        Number value = statistic.value().apply(row);
        return value == null ? null : (Double) value.doubleValue();
    }
}
