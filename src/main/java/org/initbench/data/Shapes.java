package org.initbench.data;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.initbench.random.Seeds;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Coloured pictures of 32×32 pixels, each with one of ten figures to recognize: disc, ring, half disc, crescent, triangle,
 * square, frame, star, cross or bar. Place, size and direction of the figure are random, its colour and that of the
 * background say nothing of it, and strokes and noise are in the way. Sines come from {@link StrictMath} and all other
 * arithmetic is IEEE 754's, so that a seed gives the same pictures on every machine.
 */
public final class Shapes {

    private static final List<Shape> FIGURES = List.of(Shape.values());

    /** Number of classes. */
    public static final int CLASSES = FIGURES.size();

    private static final double SMALLEST = 8;
    private static final double LARGEST = 12;
    private static final double MIDDLE = Canvas.SIDE / 2.0;
    private static final double FARTHEST_OFF = 3;
    private static final double LARGEST_TURN = StrictMath.PI / 9;
    private static final int STROKES = 2;
    private static final double HALF_STROKE = 0.6;
    private static final double LEAST_CONTRAST = 0.6;
    private static final double NOISE = 0.05;

    private Shapes() {}

    /**
     * Draws pictures; the class of picture i is i modulo 10.
     *
     * @param seed pictures i of different seeds are unrelated; a longer set begins with the shorter ones of its seed
     * @return features (count, 3, 32, 32) from 0 to 1, labels (count, 10)
     */
    public static Examples make(int count, long seed, DataType type) {
        INDArray features =
                Nd4j.createUninitialized(type, new long[] {count, Canvas.CHANNELS, Canvas.SIDE, Canvas.SIDE}, 'c');
        INDArray labels = Nd4j.zeros(type, count, CLASSES);
        DataBuffer buffer = features.data();
        IntStream.range(0, count).parallel().forEach(i -> {
            float[] values = picture(FIGURES.get(i % CLASSES), Seeds.generator(seed, "shapes", i));
            for (int j = 0; j < values.length; j++) {
                buffer.put((long) i * values.length + j, values[j]);
            }
        });
        for (int i = 0; i < count; i++) {
            labels.putScalar(i, i % CLASSES, 1);
        }
        return new Examples(features, labels);
    }

    private static float[] picture(Shape shape, UniformRandomProvider generator) {
        Canvas canvas = new Canvas();
        double[] one = colour(generator);
        double[] other = colour(generator);
        canvas.fill(one, other, generator.nextDouble(0, 2 * StrictMath.PI));
        for (int stroke = 0; stroke < STROKES; stroke++) {
            canvas.paint(stroke(generator), colour(generator));
        }
        canvas.paint(placed(shape, generator), contrasting(one, other, generator));
        canvas.addNoise(NOISE, generator);
        return canvas.values();
    }

    private static Canvas.Region placed(Shape shape, UniformRandomProvider generator) {
        double radius = generator.nextDouble(SMALLEST, LARGEST);
        double centreX = MIDDLE + FARTHEST_OFF * generator.nextDouble(-1, 1);
        double centreY = MIDDLE + FARTHEST_OFF * generator.nextDouble(-1, 1);
        double turn = generator.nextDouble(-LARGEST_TURN, LARGEST_TURN);
        double cos = StrictMath.cos(turn) / radius;
        double sin = StrictMath.sin(turn) / radius;
        Canvas.Points points = (x, y) ->
                shape.contains((x - centreX) * cos + (y - centreY) * sin, (y - centreY) * cos - (x - centreX) * sin);
        return new Canvas.Region(centreX, centreY, Shape.REACH * radius, points);
    }

    /** A straight line between two points of the picture. */
    private static Canvas.Region stroke(UniformRandomProvider generator) {
        double x1 = generator.nextDouble(0, Canvas.SIDE);
        double y1 = generator.nextDouble(0, Canvas.SIDE);
        double dx = generator.nextDouble(0, Canvas.SIDE) - x1;
        double dy = generator.nextDouble(0, Canvas.SIDE) - y1;
        double squared = dx * dx + dy * dy;
        double reach = Math.max(Math.abs(dx), Math.abs(dy)) / 2 + HALF_STROKE;
        return new Canvas.Region(x1 + dx / 2, y1 + dy / 2, reach, (x, y) -> {
            double along = ((x - x1) * dx + (y - y1) * dy) / squared;
            double across = (x - x1) * dy - (y - y1) * dx;
            return along >= 0 && along <= 1 && across * across <= HALF_STROKE * HALF_STROKE * squared;
        });
    }

    private static double[] colour(UniformRandomProvider generator) {
        return new double[] {generator.nextDouble(), generator.nextDouble(), generator.nextDouble()};
    }

    private static double[] contrasting(double[] one, double[] other, UniformRandomProvider generator) {
        double[] colour;
        do {
            colour = colour(generator);
        } while (distance(colour, one) < LEAST_CONTRAST || distance(colour, other) < LEAST_CONTRAST);
        return colour;
    }

    private static double distance(double[] one, double[] other) {
        double squared = 0;
        for (int channel = 0; channel < Canvas.CHANNELS; channel++) {
            squared += (one[channel] - other[channel]) * (one[channel] - other[channel]);
        }
        return Math.sqrt(squared);
    }
}
