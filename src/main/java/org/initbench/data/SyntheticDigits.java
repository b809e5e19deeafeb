package org.initbench.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.random.Seeds;

/**
 * Digits that nobody wrote, for machines without MNIST: templates of strokes, bent, slanted, turned, scaled and shifted at
 * random, drawn with pens of random width and brightness, under noise. Image i of a stream depends on the seed, the stream
 * and i alone, and is the same on every machine.
 */
final class SyntheticDigits {

    static final int SIDE = 28;

    static final int DIGITS = 10;
    private static final int WHITE = 255;
    private static final double THINNEST = 0.9;
    private static final double THICKEST = 1.8;
    private static final double FAINTEST = 0.8;
    private static final double NOISE = 0.05;

    private final DigitCanvas canvas = new DigitCanvas(SIDE);

    private SyntheticDigits() {}

    /**
     * Draws the first images of a stream.
     *
     * @param stream {@code train} and {@code test}, say; streams of other names share no random numbers
     */
    static LabeledImages draw(long seed, String stream, int count) {
        SyntheticDigits digits = new SyntheticDigits();
        byte[] pixels = new byte[count * SIDE * SIDE];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            UniformRandomProvider random = Seeds.generator(seed, "synthetic-digits", stream, i);
            labels[i] = (byte) random.nextInt(DIGITS);
            digits.write(labels[i], random);
            digits.photograph(pixels, i * SIDE * SIDE, random);
        }
        return new LabeledImages(pixels, labels, SIDE, SIDE);
    }

    private void write(int digit, UniformRandomProvider random) {
        canvas.clear();
        List<List<double[][]>> ways = DigitShapes.of(digit);
        List<double[][]> strokes = ways.get(random.nextInt(ways.size()));
        DigitDistortion hand = new DigitDistortion(random);
        double radius = random.nextDouble(THINNEST, THICKEST);
        for (double[][] stroke : strokes) {
            double[] from = hand.apply(stroke[0]);
            for (int i = 1; i < stroke.length; i++) {
                double[] to = hand.apply(stroke[i]);
                canvas.line(from, to, radius);
                from = to;
            }
        }
    }

    private void photograph(byte[] pixels, int offset, UniformRandomProvider random) {
        double brightness = random.nextDouble(FAINTEST, 1);
        for (int i = 0; i < SIDE * SIDE; i++) {
            double ink = canvas.ink(i);
            double noisy = brightness * ink + NOISE * DigitDistortion.bell(random);
            pixels[offset + i] = (byte) Math.min(WHITE, Math.max(0, Math.floor(WHITE * noisy + 0.5)));
        }
    }
}
