package org.initbench.theory;

/**
 * Which positions of a picture each position of the next one sees: those of a kernel, or of a pooling.
 *
 * @param down along the height
 * @param right along the width
 */
public record Window(Axis down, Axis right) {

    /**
     * One direction.
     *
     * @param kernel how many positions are seen, less those that lie beyond a border
     * @param stride between one window and the next
     * @param before zeros that are thought before the first position
     * @param dilation between one position of a window and the next
     * @param from size of what is seen
     * @param to how many windows there are
     */
    public record Axis(int kernel, int stride, int before, int dilation, int from, int to) {

        /** As many zeros on both sides. */
        public static Axis padded(int kernel, int stride, int padding, int dilation, int from) {
            int reach = (kernel - 1) * dilation + 1;
            return new Axis(kernel, stride, padding, dilation, from, (from + 2 * padding - reach) / stride + 1);
        }

        /** As many zeros as it takes for {@code from}/{@code stride} windows, rounded up; of an odd number one more behind. */
        public static Axis same(int kernel, int stride, int dilation, int from) {
            int reach = (kernel - 1) * dilation + 1;
            int to = (from + stride - 1) / stride;
            int zeros = Math.max(0, (to - 1) * stride + reach - from);
            return new Axis(kernel, stride, zeros / 2, dilation, from, to);
        }

        /** The position that a window sees at one of its places; −1 beyond a border. */
        int seen(int window, int place) {
            int position = window * stride + place * dilation - before;
            return position < from ? Math.max(-1, position) : -1;
        }

        private boolean isWhole() {
            return before == 0 && (to - 1) * stride + (kernel - 1) * dilation < from;
        }
    }

    /** One window that sees a whole picture. */
    public static Window over(Grid grid) {
        return new Window(
                Axis.padded(grid.height(), grid.height(), 0, 1, grid.height()),
                Axis.padded(grid.width(), grid.width(), 0, 1, grid.width()));
    }

    /** What takes in positions: an input's position and the window that sees it. */
    interface Pairs {
        void accept(int window, int seen);
    }

    /** Every pair of a window and a position that it sees, borders left out. */
    void forEach(Pairs pairs) {
        for (int y = 0; y < down.to(); y++) {
            for (int x = 0; x < right.to(); x++) {
                for (int i = 0; i < down.kernel(); i++) {
                    int row = down.seen(y, i);
                    for (int j = 0; row >= 0 && j < right.kernel(); j++) {
                        int column = right.seen(x, j);
                        if (column >= 0) {
                            pairs.accept(y * right.to() + x, row * right.from() + column);
                        }
                    }
                }
            }
        }
    }

    /** How many positions a window sees that no border cuts. */
    int size() {
        return down.kernel() * right.kernel();
    }

    /** What comes of it. */
    public Grid to() {
        return new Grid(down.to(), right.to());
    }

    /** Whether no window reaches beyond a border. */
    boolean isWhole() {
        return down.isWhole() && right.isWhole();
    }

    /** Whether no position is seen by two windows. */
    boolean isApart() {
        return down.dilation() == 1
                && right.dilation() == 1
                && down.kernel() <= down.stride()
                && right.kernel() <= right.stride();
    }

    /** Whether it sees each position once. */
    boolean isPointwise() {
        return size() == 1 && down.stride() == 1 && right.stride() == 1 && isWhole();
    }
}
