package org.initbench.theory;

/** The positions of a picture, row by row; one where there is no picture. */
public record Grid(int height, int width) {

    /** No picture. */
    public static final Grid POINT = new Grid(1, 1);

    /** How many positions there are. */
    public int positions() {
        return height * width;
    }

    /** How far one position lies from another. */
    record Offset(int down, int right) {

        static final Offset NONE = new Offset(0, 0);

        boolean isNone() {
            return equals(NONE);
        }
    }

    /** The position so far from another; −1 beyond the border. */
    int from(int position, Offset offset) {
        int row = position / width + offset.down();
        int column = position % width + offset.right();
        return row >= 0 && row < height && column >= 0 && column < width ? row * width + column : -1;
    }
}
