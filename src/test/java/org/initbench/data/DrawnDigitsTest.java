package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.initbench.testing.Mnist;
import org.junit.jupiter.api.Test;

/** Prevents drawn digits that change from version to version, or that files of MNIST's form give back otherwise. */
class DrawnDigitsTest {

    @Test
    void theFilesOfTheTestsHoldWhatIsDrawnToday() {
        ImageSet set = IdxSource.in(List.of(Mnist.DRAWN), "drawn-digits", false)
                .orElseThrow()
                .load();
        assertSame(set.train(), SyntheticDigits.draw(1, "train", 20));
        assertSame(set.test(), SyntheticDigits.draw(1, "test", 10));
    }

    private static void assertSame(LabeledImages read, LabeledImages drawn) {
        assertThat(read.labels()).isEqualTo(drawn.labels());
        assertThat(pixels(read)).isEqualTo(pixels(drawn));
    }

    private static int[] pixels(LabeledImages images) {
        return IntStream.range(0, images.count() * images.size())
                .map(images::pixel)
                .toArray();
    }
}
