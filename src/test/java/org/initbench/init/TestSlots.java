package org.initbench.init;

import java.util.Arrays;
import java.util.List;
import org.initbench.network.Role;
import org.nd4j.linalg.activations.Activation;

/** Weight parameters to draw, of every kind and with unequal fans, each large enough for statistics. */
final class TestSlots {

    private TestSlots() {}

    static List<Slot> all(Activation activation) {
        return List.of(
                slot(activation, Role.INPUT, 100, 60),
                slot(activation, Role.INPUT, 32, 16, 3, 5),
                slot(activation, Role.RECURRENT, 80, 80),
                slot(activation, Role.EMBEDDING, 500, 16));
    }

    static List<Slot> all() {
        return all(Activation.RELU);
    }

    /** The same parameter in the layer after. */
    static Slot next(Slot slot) {
        return new Slot(
                slot.layer() + 1, slot.layers(), slot.parameter(), slot.role(), slot.shape(), slot.activation());
    }

    /** Another parameter of the same layer. */
    static Slot sibling(Slot slot) {
        String other = slot.parameter().equals("W") ? "RW" : "W";
        return new Slot(slot.layer(), slot.layers(), other, slot.role(), slot.shape(), slot.activation());
    }

    private static Slot slot(Activation activation, Role role, long... shape) {
        List<Long> boxed = Arrays.stream(shape).boxed().toList();
        String parameter = role == Role.RECURRENT ? "RW" : "W";
        return new Slot(1, 3, parameter, role, boxed, activation.getActivationFunction());
    }
}
