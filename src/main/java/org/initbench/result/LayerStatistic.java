package org.initbench.result;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a tensor of a layer: a column of {@code layers.csv}, and what the page lets one choose. Fractions are of 1;
 * all others are in the unit of the quantity, but the count.
 *
 * @param column its name
 * @param label in words
 * @param value null where there is none
 */
public record LayerStatistic(String column, String label, Function<LayerRow, @Nullable Number> value) {

    /** All, in the order of the columns. */
    public static final List<LayerStatistic> ALL = List.of(
            new LayerStatistic(
                    "count", "number of values", row -> row.statistics().count()),
            new LayerStatistic("mean", "mean", row -> row.statistics().mean()),
            new LayerStatistic(
                    "std", "standard deviation", row -> row.statistics().std()),
            new LayerStatistic("min", "smallest value", row -> row.statistics().min()),
            new LayerStatistic("max", "largest value", row -> row.statistics().max()),
            new LayerStatistic(
                    "rms", "root mean square", row -> row.statistics().rms()),
            new LayerStatistic("zero_fraction", "share of exact zeros", row -> row.statistics()
                    .zeroFraction()),
            new LayerStatistic("saturated_fraction", "saturated share", LayerRow::saturatedFraction),
            new LayerStatistic("dead_unit_fraction", "share of dead units", LayerRow::deadUnitFraction),
            new LayerStatistic("distinct_unit_fraction", "share of distinct units", LayerRow::distinctUnitFraction),
            new LayerStatistic("theory_rms", "rms by theory", LayerRow::theoryRms),
            new LayerStatistic("abs_mean", "mean of absolute values", row -> row.statistics()
                    .absMean()));

    private static final Map<String, LayerStatistic> BY_COLUMN =
            ALL.stream().collect(Collectors.toUnmodifiableMap(LayerStatistic::column, each -> each));

    /**
     * The one of that column.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LayerStatistic of(String column) {
        LayerStatistic statistic = BY_COLUMN.get(column);
        if (statistic == null) {
            throw new IllegalArgumentException("layers.csv has no statistic " + column);
        }
        return statistic;
    }
}
