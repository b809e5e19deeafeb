package org.initbench.lean;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Windows side by side that cover a plane. Loops run over one element of each window, so that no branch depends on values.
 *
 * @param height of a window
 * @param width of a window
 * @param down windows from top to bottom
 * @param across windows from left to right
 */
record Windows(int height, int width, int down, int across) {

    /** Windows of this height and width over pictures (examples, channels, height, width) that they cover. */
    static Windows of(INDArray pictures, int[] kernel) {
        return new Windows(
                kernel[0], kernel[1], (int) pictures.size(2) / kernel[0], (int) pictures.size(3) / kernel[1]);
    }

    int count() {
        return down * across;
    }

    /** Of the plane. */
    int area() {
        return count() * height * width;
    }

    /** The largest value of each window; NaN where there is one. */
    void maxima(float[] plane, float[] maxima) {
        Arrays.fill(maxima, Float.NEGATIVE_INFINITY);
        for (int row = 0; row < down * height; row++) {
            int first = row / height * across;
            for (int x = 0; x < width; x++) {
                int start = row * across * width + x;
                for (int i = 0; i < across; i++) {
                    maxima[first + i] = Math.max(maxima[first + i], plane[start + i * width]);
                }
            }
        }
    }

    /** Where in the plane the maximum of each window stands, the first one of several, by rows. */
    void places(float[] plane, float[] maxima, int[] places) {
        for (int row = down * height - 1; row >= 0; row--) {
            int first = row / height * across;
            for (int x = width - 1; x >= 0; x--) {
                int start = row * across * width + x;
                for (int i = 0; i < across; i++) {
                    int place = start + i * width;
                    places[first + i] = plane[place] < maxima[first + i] ? places[first + i] : place;
                }
            }
        }
    }
}
