package org.initbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How digits are written: for each digit a few ways, each a list of strokes. A stroke is a smooth curve (Catmull &amp; Rom
 * 1974) through points in percent of a box, x to the right and y down. Our own drawings.
 */
final class DigitShapes {

    private static final int STEPS = 5;
    private static final double PERCENT = 100;

    private static final String[][] WAYS = {
        {
            "50,0 22,12 8,50 20,88 50,100 80,88 92,50 78,12 50,0",
            "62,0 28,20 12,60 26,94 48,100 74,84 88,42 78,8 62,0",
            "40,4 16,26 10,62 30,96 60,98 86,70 88,30 66,4 34,6",
        },
        {
            "50,0 50,50 50,100",
            "28,24 42,14 54,0 | 54,0 53,50 52,100",
            "30,22 44,12 52,0 | 52,0 51,50 50,100 | 26,100 50,99 76,100",
        },
        {
            "10,24 24,6 50,0 76,8 84,28 70,54 40,78 8,98 | 8,98 50,96 92,100",
            "14,20 32,2 60,1 80,18 76,44 52,72 26,92 10,92 14,78 34,78 60,94 92,92",
            "12,16 40,2 70,8 78,30 60,60 12,98 | 12,98 46,92 88,96",
        },
        {
            "12,12 38,0 70,6 80,24 66,42 36,48 | 36,48 70,52 88,72 74,92 42,100 10,90",
            "14,2 48,3 82,0 | 82,0 64,20 44,40 | 44,40 78,48 90,72 72,94 40,100 10,90",
            "16,14 46,0 76,14 70,36 44,46 60,50 82,66 78,90 44,100 14,94",
        },
        {
            "20,0 14,30 12,58 | 12,58 50,60 90,56 | 78,2 74,50 70,100",
            "66,0 36,34 6,66 | 6,66 50,67 96,66 | 68,0 67,50 66,100",
            "24,4 12,34 18,52 50,54 80,46 | 84,0 80,46 66,100",
        },
        {
            "84,2 56,1 26,2 | 26,2 22,22 18,46 | 18,46 48,36 80,48 88,70 72,94 40,100 10,90",
            "30,6 26,24 22,44 | 22,44 52,40 80,54 82,82 54,99 14,94 | 30,6 58,4 90,0",
            "88,0 60,4 36,4 24,28 40,44 68,54 78,76 58,98 14,96",
        },
        {
            "76,2 46,14 22,42 12,70 24,94 52,100 80,90 84,68 66,52 38,56 16,76",
            "58,0 32,32 14,68 24,96 56,100 80,84 74,62 48,56 20,72",
            "44,0 22,32 14,66 28,96 58,98 82,78 66,60 38,66 26,88",
        },
        {
            "8,2 50,4 90,2 | 90,2 62,46 42,100",
            "10,4 48,5 88,2 | 88,2 64,44 46,100 | 36,52 60,50 84,50",
            "12,20 14,4 | 14,4 50,6 86,2 | 86,2 70,30 56,62 54,100",
        },
        {
            "74,16 50,0 26,12 30,34 52,47 78,68 72,92 48,100 22,90 20,68 46,48 70,34 74,16",
            "50,0 26,10 24,34 50,46 76,34 74,10 50,0 | 50,46 20,58 14,84 50,100 86,84 80,58 50,46",
            "82,10 52,0 28,16 44,42 70,70 60,98 34,94 30,70 52,46 80,20 82,10",
        },
        {
            "82,26 62,44 30,46 14,26 28,6 58,0 80,14 82,28 | 82,28 76,62 60,100",
            "80,20 58,42 26,42 14,22 32,4 62,2 80,20 | 80,20 82,58 70,92 40,100 18,90",
            "74,10 44,2 18,22 24,46 54,46 76,22 | 78,6 74,50 70,100",
        },
    };

    /** By digit, then by way; each a list of (points, 2) polylines. */
    private static final List<List<List<double[][]>>> POLYLINES = Arrays.stream(WAYS)
            .map(ways -> Arrays.stream(ways).map(DigitShapes::strokes).toList())
            .toList();

    private DigitShapes() {}

    /** The ways to write a digit. Each is a list of polylines (points, 2) within the unit square, y down. */
    static List<List<double[][]>> of(int digit) {
        return POLYLINES.get(digit);
    }

    private static List<double[][]> strokes(String way) {
        return Arrays.stream(way.split(" \\| ", -1))
                .map(stroke -> curve(Arrays.stream(stroke.split(" ", -1))
                        .map(DigitShapes::point)
                        .toArray(double[][]::new)))
                .toList();
    }

    private static double[] point(String coordinates) {
        return Arrays.stream(coordinates.split(",", -1))
                .mapToDouble(coordinate -> Integer.parseInt(coordinate) / PERCENT)
                .toArray();
    }

    private static double[][] curve(double[][] through) {
        int last = through.length - 1;
        boolean closed = Arrays.equals(through[0], through[last]);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            double[] before = i > 0 ? through[i - 1] : closed ? through[last - 1] : through[0];
            double[] after = i + 2 <= last ? through[i + 2] : closed ? through[1] : through[last];
            for (int step = 0; step < STEPS; step++) {
                points.add(between(before, through[i], through[i + 1], after, (double) step / STEPS));
            }
        }
        points.add(through[last]);
        return points.toArray(double[][]::new);
    }

    private static double[] between(double[] before, double[] from, double[] to, double[] after, double t) {
        double[] point = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            double slope = to[axis] - before[axis];
            double bend = 2 * before[axis] - 5 * from[axis] + 4 * to[axis] - after[axis];
            double twist = 3 * from[axis] - before[axis] - 3 * to[axis] + after[axis];
            point[axis] = from[axis] + t * (slope + t * (bend + t * twist)) / 2;
        }
        return point;
    }
}
