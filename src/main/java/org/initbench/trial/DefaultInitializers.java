package org.initbench.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.initbench.init.Catalog;
import org.initbench.init.Dl4jCode;
import org.initbench.init.Initialization;
import org.initbench.init.Placement;
import org.initbench.init.Slot;
import org.initbench.network.Network;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The initializers that a network is tried with where nobody names any, each law once. */
public final class DefaultInitializers {

    private static final int MOST_COLUMNS_OF_ORTHOGONAL = 2048;

    private DefaultInitializers() {}

    /** Those for a network, as specs. */
    public static List<String> of(Network network) {
        Set<String> codes = new HashSet<>();
        return candidates(network).stream()
                .filter(spec -> code(network, spec).map(codes::add).orElse(true))
                .toList();
    }

    private static List<String> candidates(Network network) {
        List<Slot> slots = Initialization.slots(network);
        List<String> specs = new ArrayList<>(
                List.of("dl4j(XAVIER)", "glorot_uniform", "glorot_normal", "lecun_normal", "he_normal", "he_uniform"));
        if (slots.stream().allMatch(slot -> slot.units() < MOST_COLUMNS_OF_ORTHOGONAL)) {
            specs.add("orthogonal");
        }
        specs.add("lsuv");
        if (slots.stream().anyMatch(slot -> slot.activation() instanceof ActivationTanH)) {
            specs.add("critical");
        }
        if (!network.residualBranches().isEmpty()) {
            specs.addAll(List.of("zero_residual", "fixup"));
        }
        return specs;
    }

    /** Initializers that DL4J draws by the same code have the same law. */
    private static Optional<String> code(Network network, String spec) {
        return Dl4jCode.of(network, Placement.everywhere(Catalog.parse(spec)));
    }
}
