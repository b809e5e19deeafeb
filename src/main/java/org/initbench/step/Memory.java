package org.initbench.step;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/** Memory for signals of one width, kept from one minibatch to the next; an epoch's last minibatch may be smaller. */
final class Memory {

    private final DataType type;
    private final int units;
    private final Map<Integer, Signal> bySize = new HashMap<>();

    Memory(DataType type, int units) {
        this.type = type;
        this.units = units;
    }

    Signal of(int examples, int steps) {
        Signal kept = bySize.get(examples);
        if (kept == null || !kept.fits(examples, steps)) {
            kept = Signal.of(Numbers.ofLength(type, (long) examples * units * steps), examples, units, steps);
            bySize.put(examples, kept);
        }
        return kept;
    }
}
