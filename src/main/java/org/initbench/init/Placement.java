package org.initbench.init;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initbench.network.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which initializer gives which weights of a network their values: mostly one gives all. Rules that are meant for recurrent
 * weights can leave the others to a second, so that trials differ in the recurrent weights alone.
 *
 * @param initializer of all weights that the other two do not take
 * @param input of the first layer's weights, recurrent ones excepted; null for {@code initializer}
 * @param output of the last layer's weights; null for {@code initializer}
 * @param biases of all biases, see {@link Biases}; null for those of each weight's initializer
 */
public record Placement(
        NamedInitializer initializer,
        @Nullable NamedInitializer input,
        @Nullable NamedInitializer output,
        @Nullable NamedInitializer biases) {

    /** One initializer for all weights. */
    public static Placement everywhere(NamedInitializer initializer) {
        return new Placement(initializer, null, null, null);
    }

    /** Those that give any weights, each once. */
    public List<NamedInitializer> all() {
        return Stream.of(Optional.of(initializer), Optional.ofNullable(input), Optional.ofNullable(output))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The initializer of one weight parameter. */
    public NamedInitializer at(Slot slot) {
        boolean isInput = slot.layer() == 0 && slot.role() != Role.RECURRENT;
        Optional<NamedInitializer> first = isInput ? Optional.ofNullable(input) : Optional.empty();
        Optional<NamedInitializer> last = slot.isLast() ? Optional.ofNullable(output) : Optional.empty();
        return first.or(() -> last).orElse(initializer);
    }

    /** What gives the biases that go with a weight parameter. */
    public Initializer biasesAt(Slot slot) {
        return biases == null ? at(slot).initializer() : biases.initializer();
    }
}
