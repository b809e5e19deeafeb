package org.initbench.data;

/** Grey images of one size and the class of each, as bytes. */
final class LabeledImages {

    private final byte[] pixels;
    private final byte[] labels;
    private final int rows;
    private final int columns;

    /**
     * Images and their classes.
     *
     * @param pixels (images, rows, columns), from 0 for the background to 255, unsigned
     * @param labels (images), from 0, unsigned
     */
    LabeledImages(byte[] pixels, byte[] labels, int rows, int columns) {
        if (pixels.length != (long) labels.length * rows * columns) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are not " + labels.length + " images of " + rows + " x " + columns);
        }
        this.pixels = pixels;
        this.labels = labels;
        this.rows = rows;
        this.columns = columns;
    }

    int count() {
        return labels.length;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Pixels of an image. */
    int size() {
        return rows * columns;
    }

    /** The grey value of a pixel, counted through all images, from 0 to 255. */
    int pixel(int position) {
        return Byte.toUnsignedInt(pixels[position]);
    }

    /** The class of an image. */
    int label(int image) {
        return Byte.toUnsignedInt(labels[image]);
    }

    /** A copy of all classes. */
    byte[] labels() {
        return labels.clone();
    }

    /** The largest class. */
    int largestLabel() {
        int largest = 0;
        for (int image = 0; image < count(); image++) {
            largest = Math.max(largest, label(image));
        }
        return largest;
    }
}
