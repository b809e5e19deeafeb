package org.initbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** Prevents digits that change from machine to machine, and test images that were trained on. */
class SyntheticDigitsTest {

    private static final LabeledImages TRAIN = SyntheticDigits.draw(1, "train", 5000);
    private static final LabeledImages TEST = SyntheticDigits.draw(1, "test", 1000);

    /** Guards against a change of the drawings; figures measured on them would no longer be comparable. */
    @Test
    void areTheSameEverywhere() {
        assertThat(DigestUtils.sha256Hex(bytes(TEST)))
                .isEqualTo("3922a080048ff7fa3c07b009f93ed01892aeb84c699ce13508a9e18191133a25");
        assertThat(labels(TEST)).startsWith(7, 5, 3, 6, 6, 7, 6, 1);
    }

    @Test
    void dependOnTheirPlaceAloneAndNotOnHowManyAreDrawn() {
        LabeledImages few = SyntheticDigits.draw(1, "train", 10);
        assertThat(image(few, 9)).isEqualTo(image(TRAIN, 9));
        assertThat(labels(few)).isEqualTo(Arrays.copyOf(labels(TRAIN), 10));
    }

    @Test
    void differBySeed() {
        assertThat(bytes(SyntheticDigits.draw(2, "test", 10))).isNotEqualTo(bytes(SyntheticDigits.draw(1, "test", 10)));
    }

    @Test
    void noTestImageIsATrainingImageAndNoneComesTwice() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < TRAIN.count(); i++) {
            assertThat(seen.add(Arrays.toString(image(TRAIN, i)))).isTrue();
        }
        for (int i = 0; i < TEST.count(); i++) {
            assertThat(seen.add(Arrays.toString(image(TEST, i)))).isTrue();
        }
    }

    /** Each count is binomial, 500 ± 21.2: five deviations, so that all ten hold but once in 170,000 seeds. */
    @Test
    void classesAreBalanced() {
        int[] counts = new int[10];
        Arrays.stream(labels(TRAIN)).forEach(label -> counts[label]++);
        for (int count : counts) {
            assertThat(count).isCloseTo(500, within(106));
        }
    }

    @Test
    void areBrightStrokesOnAMostlyDarkGround() {
        double mean = IntStream.range(0, TRAIN.count() * TRAIN.size())
                .map(TRAIN::pixel)
                .average()
                .orElseThrow();
        assertThat(mean / 255).isCloseTo(0.149, within(0.005));
        for (int i = 0; i < TRAIN.count(); i++) {
            int[] image = image(TRAIN, i);
            assertThat(Arrays.stream(image).max().orElseThrow()).isGreaterThan(170);
            assertThat(Arrays.stream(image).filter(grey -> grey < 64).count()).isGreaterThan(784 / 2);
        }
    }

    private static int[] image(LabeledImages images, int image) {
        return IntStream.range(image * images.size(), (image + 1) * images.size())
                .map(images::pixel)
                .toArray();
    }

    private static int[] labels(LabeledImages images) {
        return IntStream.range(0, images.count()).map(images::label).toArray();
    }

    private static byte[] bytes(LabeledImages images) {
        byte[] bytes = new byte[images.count() * images.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) images.pixel(i);
        }
        return bytes;
    }
}
