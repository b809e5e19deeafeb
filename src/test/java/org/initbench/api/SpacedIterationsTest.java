package org.initbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Guards against memory that grows with the iterations, and against a page that lacks the first or the last. */
class SpacedIterationsTest {

    @Property
    void fewAreKeptEvenlySpacedWithTheFirstAndTheLast(
            @ForAll @IntRange(min = 1, max = 5000) int measured,
            @ForAll @IntRange(min = 2, max = 200) int most,
            @ForAll @IntRange(min = 1, max = 7) int every) {
        SpacedIterations<Integer> spaced = new SpacedIterations<>(most);
        for (int i = 0; i < measured; i++) {
            spaced.add(i * every, i);
            spaced.add(i * every, i);
        }
        List<Integer> kept = spaced.items().stream().distinct().toList();
        assertThat(spaced.items()).hasSize(2 * kept.size());
        assertThat(kept).hasSizeBetween(Math.min(measured, most / 2), most + 1).contains(0, measured - 1);
        List<Integer> gaps = IntStream.range(1, kept.size() - 1)
                .map(i -> kept.get(i) - kept.get(i - 1))
                .boxed()
                .distinct()
                .toList();
        assertThat(gaps).hasSizeLessThanOrEqualTo(1);
        assertThat(kept).allMatch(i -> spaced.has(i * every));
    }
}
