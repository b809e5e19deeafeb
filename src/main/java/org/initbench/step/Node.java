package org.initbench.step;

import java.util.List;

/**
 * What is done in a network, and what it is given: the sum of what others hand out.
 *
 * @param inputs places of those others among the network's nodes, each before this one; {@link #INPUT} for the network's own input
 */
record Node<T>(T what, List<Integer> inputs) {

    static final int INPUT = -1;

    /** Whether nothing asks for the gradient of what this is given. */
    boolean isFirst() {
        return inputs.equals(List.of(INPUT));
    }
}
