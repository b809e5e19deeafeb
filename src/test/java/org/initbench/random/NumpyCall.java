package org.initbench.random;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Replays the call that a key of a vector file names: {@code randint_0_10000_6} is {@code randint(0, 10000, 6)}. */
final class NumpyCall {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private NumpyCall() {}

    static List<? extends Number> replay(RandomState state, String key) {
        List<String> numbers =
                NUMBER.matcher(key).results().map(MatchResult::group).toList();
        int size = Integer.parseInt(numbers.get(numbers.size() - 1));
        if (key.startsWith("permutation")) {
            return longs(state.permutation(size));
        }
        if (key.startsWith("shuffle_arange")) {
            int[] values = IntStream.range(0, size).toArray();
            state.shuffle(values);
            return longs(values);
        }
        return Stream.generate(draw(state, key, numbers)).limit(size).toList();
    }

    private static Supplier<Number> draw(RandomState state, String key, List<String> numbers) {
        if (key.startsWith("random_sample")) {
            return state::randomSample;
        }
        if (key.startsWith("standard_normal")) {
            return state::standardNormal;
        }
        if (key.startsWith("randint")) {
            long low = Long.parseLong(numbers.get(0));
            long high = Long.parseLong(numbers.get(1));
            return () -> state.randint(low, high);
        }
        double first = Double.parseDouble(numbers.get(0));
        double second = Double.parseDouble(numbers.get(1));
        return key.startsWith("uniform") ? () -> state.uniform(first, second) : () -> state.normal(first, second);
    }

    private static List<Long> longs(int[] values) {
        return Arrays.stream(values).asLongStream().boxed().toList();
    }
}
