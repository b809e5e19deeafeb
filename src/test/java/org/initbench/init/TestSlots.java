package org.initbench.init;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/** Weight parameters to draw, of every kind and with unequal fans, each large enough for statistics. */
final class TestSlots {

    static final Slot DENSE = slot(Slot.Kind.DENSE, 100, 60);
    static final Slot CONVOLUTION = slot(Slot.Kind.CONVOLUTION, 32, 16, 3, 5);
    static final Slot RECURRENT = slot(Slot.Kind.RECURRENT, 80, 80);
    static final Slot EMBEDDING = slot(Slot.Kind.EMBEDDING, 500, 16);

    private TestSlots() {}

    static List<Slot> all() {
        return List.of(DENSE, CONVOLUTION, RECURRENT, EMBEDDING);
    }

    private static Slot slot(Slot.Kind kind, long... shape) {
        List<Long> boxed = Arrays.stream(shape).boxed().toList();
        return new Slot(1, 3, kind == Slot.Kind.RECURRENT ? "RW" : "W", kind, boxed, new ActivationReLU());
    }
}
