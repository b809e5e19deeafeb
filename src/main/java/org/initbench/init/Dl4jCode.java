package org.initbench.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.initbench.network.LayerKind;
import org.initbench.network.LayerKind.Fans;
import org.initbench.network.Network;
import org.initbench.network.Role;

/**
 * What a DL4J user writes in {@code weightInit(…)} to draw first weights of an initializer's law in every layer of a network.
 * DL4J's constants are taken for what they draw, which is not always what they are called: its fans are those of its layers,
 * {@code fanOut} of a convolution divided by the stride and an embedding's {@code fanIn} 1, and some have another variance than
 * their name says.
 */
public final class Dl4jCode {

    private static final double SAME = 1e-9;

    private Dl4jCode() {}

    /** A constant of DL4J's {@code WeightInit}, and the law of what it draws. */
    private enum Constant {
        RELU {
            @Override
            ContinuousDistribution law(Fans fans) {
                return normal(2 / fans.in());
            }
        },
        RELU_UNIFORM {
            @Override
            ContinuousDistribution law(Fans fans) {
                return uniform(Math.sqrt(6 / fans.in()));
            }
        },
        XAVIER {
            @Override
            ContinuousDistribution law(Fans fans) {
                return normal(2 / (fans.in() + fans.out()));
            }
        },
        XAVIER_UNIFORM {
            @Override
            ContinuousDistribution law(Fans fans) {
                return uniform(Math.sqrt(6 / (fans.in() + fans.out())));
            }
        },
        LECUN_NORMAL {
            @Override
            ContinuousDistribution law(Fans fans) {
                return normal(1 / fans.in());
            }
        },
        UNIFORM {
            @Override
            ContinuousDistribution law(Fans fans) {
                return uniform(1 / Math.sqrt(fans.in()));
            }
        },
        LECUN_UNIFORM {
            @Override
            ContinuousDistribution law(Fans fans) {
                return uniform(3 / Math.sqrt(fans.in()));
            }
        },
        SIGMOID_UNIFORM {
            @Override
            ContinuousDistribution law(Fans fans) {
                return uniform(4 * Math.sqrt(6 / (fans.in() + fans.out())));
            }
        };

        abstract ContinuousDistribution law(Fans fans);

        private static ContinuousDistribution normal(double variance) {
            return NormalDistribution.of(0, Math.sqrt(variance));
        }

        private static ContinuousDistribution uniform(double bound) {
            return UniformContinuousDistribution.of(-bound, bound);
        }
    }

    /** One piece of code for all layers, or one for the first layer, the last and the others; nothing where DL4J has none. */
    public static Optional<String> of(Network network, Placement placement) {
        List<Slot> slots = Initialization.slots(network);
        List<String> parts = new ArrayList<>();
        for (NamedInitializer named : placement.all()) {
            List<Slot> own = slots.stream()
                    .filter(slot -> placement.at(slot).equals(named))
                    .toList();
            Optional<String> code = own.isEmpty() ? Optional.of("") : of(network, named, own);
            if (code.isEmpty()) {
                return Optional.empty();
            }
            if (own.size() == slots.size()) {
                return code;
            }
            if (!own.isEmpty()) {
                parts.add(code.get() + " for " + where(placement, own));
            }
        }
        return Optional.of(String.join(", ", parts));
    }

    private static String where(Placement placement, List<Slot> slots) {
        NamedInitializer named = placement.at(slots.get(0));
        if (named.equals(placement.initializer())) {
            return slots.stream().allMatch(slot -> slot.role() == Role.RECURRENT)
                    ? "the recurrent weights (weightInitRecurrent)"
                    : "the other layers";
        }
        return slots.get(0).isLast() ? "the last layer" : "the first layer's input weights";
    }

    private static Optional<String> of(Network network, NamedInitializer named, List<Slot> slots) {
        Initializer initializer = named.initializer();
        if (initializer instanceof Dl4jConstant own) {
            return Optional.of("WeightInit." + own.constant());
        }
        if (initializer instanceof org.initbench.init.Constant constant) {
            return Optional.of(constant(constant.value()));
        }
        boolean hasBiases = slots.stream().anyMatch(slot -> initializer.biasVariance(slot) != 0);
        List<ContinuousDistribution> laws = slots.stream()
                .map(initializer::distribution)
                .flatMap(Optional::stream)
                .toList();
        if (hasBiases || laws.size() < slots.size()) {
            return Optional.empty();
        }
        return Stream.of(Constant.values())
                .filter(constant -> draws(constant, network, slots, laws))
                .findFirst()
                .map(constant -> "WeightInit." + constant)
                .or(() -> distribution(initializer));
    }

    private static String constant(double value) {
        if (value == 0 || value == 1) {
            return value == 0 ? "WeightInit.ZERO" : "WeightInit.ONES";
        }
        return "new ConstantDistribution(" + SpecParser.text(value) + ")";
    }

    private static boolean draws(
            Constant constant, Network network, List<Slot> slots, List<ContinuousDistribution> laws) {
        for (int i = 0; i < slots.size(); i++) {
            ContinuousDistribution law = laws.get(i);
            if (!fans(network, slots.get(i))
                    .filter(fans -> isSame(constant.law(fans), law))
                    .isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** A law without fans. */
    private static Optional<String> distribution(Initializer initializer) {
        if (initializer instanceof Normal normal) {
            return Optional.of("new NormalDistribution(" + SpecParser.text(normal.mean()) + ", "
                    + SpecParser.text(normal.std()) + ")");
        }
        return initializer instanceof Uniform uniform
                ? Optional.of("new UniformDistribution(" + SpecParser.text(uniform.low()) + ", "
                        + SpecParser.text(uniform.high()) + ")")
                : Optional.empty();
    }

    private static boolean isSame(ContinuousDistribution one, ContinuousDistribution other) {
        return Objects.equals(one.getClass(), other.getClass())
                && isClose(one.getMean(), other.getMean())
                && isClose(one.getVariance(), other.getVariance());
    }

    private static boolean isClose(double one, double other) {
        return Math.abs(one - other) <= SAME * Math.max(Math.abs(one), Math.abs(other));
    }

    private static Optional<Fans> fans(Network network, Slot slot) {
        LayerKind kind = network.layers().get(slot.layer()).kind();
        return kind.weights().stream()
                .filter(weights -> weights.key().equals(slot.parameter()))
                .findFirst()
                .flatMap(kind::dl4jFans);
    }
}
