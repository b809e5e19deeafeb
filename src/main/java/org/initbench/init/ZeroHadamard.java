package org.initbench.init;

/**
 * ZerO: nothing but zeros, ones and a Hadamard matrix. With no more units than inputs a partial identity, else the first
 * rows and columns of the Hadamard matrix H of order 2^m, m = ⌈log₂ units⌉, times 2^(−(m−1)/2); kernels likewise at their
 * centre. Mean square 1/inputs, or 2^(1−m). Zhao et al. 2021, algorithms 1 and 2. DL4J has none.
 */
record ZeroHadamard() implements Initializer {

    static final InitializerType TYPE = InitializerType.named("zero_hadamard")
            .formula("partial identity; with more units than inputs Hadamard·2^(-(m-1)/2), m = ⌈log₂ units⌉")
            .variance("mean square 1/inputs, or 2^(1-m)")
            .source("Zhao et al. 2021")
            .creates(arguments -> new ZeroHadamard());

    @Override
    public double[] weights(Slot slot, Draws draws) {
        return slot.isKernel()
                ? slot.centred(matrix(slot.units(), slot.channelsIn()))
                : matrix(slot.units(), slot.inputs());
    }

    private static double[] matrix(int units, int inputs) {
        if (units <= inputs) {
            return Identity.partial(units, inputs, 1);
        }
        int order = 32 - Integer.numberOfLeadingZeros(units - 1);
        double scale = Math.pow(2, -(order - 1) / 2.0);
        double[] matrix = new double[units * inputs];
        for (int unit = 0; unit < units; unit++) {
            for (int input = 0; input < inputs; input++) {
                matrix[unit * inputs + input] = scale * hadamard(unit, input);
            }
        }
        return matrix;
    }

    /** Sylvester's construction: −1 where row and column share an odd number of binary ones. */
    private static int hadamard(int row, int column) {
        return Integer.bitCount(row & column) % 2 == 0 ? 1 : -1;
    }
}
