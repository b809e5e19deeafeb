package org.initbench.data;

/** Images of one size and the class of each, as bytes. */
final class LabeledImages {

    private final byte[] pixels;
    private final byte[] labels;
    private final int channels;
    private final int rows;
    private final int columns;

    /** Grey images and their classes, as below. */
    LabeledImages(byte[] pixels, byte[] labels, int rows, int columns) {
        this(pixels, labels, 1, rows, columns);
    }

    /**
     * Images and their classes.
     *
     * @param pixels (images, channels, rows, columns), from 0 to 255, unsigned
     * @param labels (images), from 0, unsigned
     */
    LabeledImages(byte[] pixels, byte[] labels, int channels, int rows, int columns) {
        if (pixels.length != (long) labels.length * channels * rows * columns) {
            throw new IllegalArgumentException(pixels.length + " pixels are not " + labels.length + " images of "
                    + channels + " x " + rows + " x " + columns);
        }
        this.channels = channels;
        this.pixels = pixels;
        this.labels = labels;
        this.rows = rows;
        this.columns = columns;
    }

    int count() {
        return labels.length;
    }

    int channels() {
        return channels;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Pixels of an image, in all channels. */
    int size() {
        return channels * rows * columns;
    }

    /** The value of a pixel, counted through all images, from 0 to 255. */
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

    /** The same images with other labels, which stand at the places of theirs. */
    LabeledImages relabeled(int[] places) {
        byte[] others = new byte[labels.length];
        for (int image = 0; image < others.length; image++) {
            others[image] = (byte) places[label(image)];
        }
        return new LabeledImages(pixels, others, channels, rows, columns);
    }
}
