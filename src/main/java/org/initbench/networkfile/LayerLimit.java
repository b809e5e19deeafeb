package org.initbench.networkfile;

/** How many layers are read. */
final class LayerLimit {

    private static final int MOST = 10_000;

    private LayerLimit() {}

    static void check(int layers) {
        if (layers > MOST) {
            throw new Refusal(
                    "it has " + layers + " layers, more than the " + MOST + " that are read; give a smaller network");
        }
    }
}
