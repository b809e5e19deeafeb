package org.initbench.result;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A figure of a tensor that is put together over repetitions; its name is its column in {@code layers.csv}. */
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

    /** All that have a column. */
    public static final List<LayerFigure> COLUMNS =
            Stream.of(values()).filter(figure -> figure != CONSTANCY).toList();

    /** The name of the column. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of one tensor; null where it was not measured. */
    @Nullable
    Double of(LayerRow row) {
        return switch (this) {
            case RMS -> (Double) row.statistics().rms();
            case MEAN -> (Double) row.statistics().mean();
            case STD -> (Double) row.statistics().std();
            case ABS_MEAN -> (Double) row.statistics().absMean();
            case MIN -> (Double) row.statistics().min();
            case MAX -> (Double) row.statistics().max();
            case ZERO_FRACTION -> (Double) row.statistics().zeroFraction();
            case SATURATED_FRACTION -> row.saturatedFraction();
            case DEAD_UNIT_FRACTION -> row.deadUnitFraction();
            case DISTINCT_UNIT_FRACTION -> row.distinctUnitFraction();
            case THEORY_RMS -> row.theoryRms();
            case CONSTANCY -> (Double)
                    (1 - row.statistics().std() / row.statistics().rms());
        };
    }
}
