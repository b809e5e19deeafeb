package org.initbench.stats;

import java.util.function.Function;
import org.initbench.result.Table;
import org.jspecify.annotations.Nullable;

/** The two columns of an interval, both empty where there is none. */
public final class IntervalColumns {

    private IntervalColumns() {}

    public static <R> Table<R> add(Table<R> table, String name, Function<R, @Nullable Interval> interval) {
        return table.column(name + "_ci95_low", row -> low(interval.apply(row)))
                .column(name + "_ci95_high", row -> high(interval.apply(row)));
    }

    private static @Nullable Double low(@Nullable Interval interval) {
        return interval == null ? null : (Double) interval.low();
    }

    private static @Nullable Double high(@Nullable Interval interval) {
        return interval == null ? null : (Double) interval.high();
    }
}
