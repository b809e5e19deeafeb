package org.initbench.step;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory for signals of one width, by columns, kept from one minibatch to the next; an epoch's last minibatch may be smaller.
 */
final class Memory {

    private final DataType type;
    private final long units;
    private final Map<Integer, Signal> bySize = new HashMap<>();
    private @Nullable Signal last;

    Memory(DataType type, long units) {
        this.type = type;
        this.units = units;
    }

    Signal of(int examples) {
        Signal one = last;
        if (one == null || one.examples() != examples) {
            one = ofSize(examples);
            last = one;
        }
        return one;
    }

    private Signal ofSize(int examples) {
        return bySize.computeIfAbsent(
                examples,
                size -> Signal.of(
                        Nd4j.create(type, new long[] {size, units}, 'f').detach()));
    }
}
