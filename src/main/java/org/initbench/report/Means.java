package org.initbench.report;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Means over repetitions of what not every repetition may have. */
final class Means {

    private Means() {}

    /** Null where nothing has a value; NaN where one is not a number. */
    static <T> @Nullable Double of(List<T> items, Function<T, @Nullable Double> value) {
        Stream<@Nullable Double> values = items.stream().map(value);
        OptionalDouble mean =
                values.filter(Objects::nonNull).mapToDouble(Double::doubleValue).average();
        return mean.isPresent() ? (Double) mean.getAsDouble() : null;
    }
}
