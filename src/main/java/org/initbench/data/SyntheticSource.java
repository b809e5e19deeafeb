package org.initbench.data;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * Drawn digits, no more of them than MNIST has.
 *
 * @param train how many to learn from
 * @param test how many to be tested on
 */
record SyntheticSource(int train, int test) implements ImageSource {

    static final String NAME = "synthetic-digits";

    private static final int MOST_TRAIN = 60_000;
    private static final int MOST_TEST = 10_000;

    /** Always the same, as the images of MNIST are. */
    private static final long SEED = 1;

    @Override
    public ImageSet load() {
        return new ImageSet(
                NAME,
                SyntheticDigits.draw(SEED, "train", Math.min(train, MOST_TRAIN)),
                SyntheticDigits.draw(SEED, "test", Math.min(test, MOST_TEST)),
                IntStream.range(0, SyntheticDigits.DIGITS)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Override
    public Map<String, String> checksums() {
        return DataOrigin.generated(NAME).checksums();
    }
}
