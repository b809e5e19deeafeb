package org.initbench.init;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.activations.Activation;

/** Weight parameters to draw, of every kind and with unequal fans, each large enough for statistics. */
final class TestSlots {

    private TestSlots() {}

    static List<Slot> all(Activation activation) {
        return List.of(
                slot(activation, Slot.Kind.DENSE, 100, 60),
                slot(activation, Slot.Kind.CONVOLUTION, 32, 16, 3, 5),
                slot(activation, Slot.Kind.RECURRENT, 80, 80),
                slot(activation, Slot.Kind.EMBEDDING, 500, 16));
    }

    static List<Slot> all() {
        return all(Activation.RELU);
    }

    /** The same parameter in the layer after. */
    static Slot next(Slot slot) {
        return new Slot(
                slot.layer() + 1, slot.layers(), slot.parameter(), slot.kind(), slot.shape(), slot.activation());
    }

    /** Another parameter of the same layer. */
    static Slot sibling(Slot slot) {
        String other = slot.parameter().equals("W") ? "RW" : "W";
        return new Slot(slot.layer(), slot.layers(), other, slot.kind(), slot.shape(), slot.activation());
    }

    private static Slot slot(Activation activation, Slot.Kind kind, long... shape) {
        List<Long> boxed = Arrays.stream(shape).boxed().toList();
        String parameter = kind == Slot.Kind.RECURRENT ? "RW" : "W";
        return new Slot(1, 3, parameter, kind, boxed, activation.getActivationFunction());
    }
}
