package org.initbench.data;

/**
 * What a network has to fit: grey images of one size, in classes.
 *
 * @param height in pixels
 * @param width in pixels
 * @param classes columns of the labels
 */
public record ImageShape(int height, int width, int classes) {

    /** MNIST's, and that of the digits that stand in for it. */
    public static final ImageShape MNIST = new ImageShape(28, 28, 10);

    /** Columns of flat features. */
    public int pixels() {
        return height * width;
    }
}
