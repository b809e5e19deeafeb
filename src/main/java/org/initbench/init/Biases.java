package org.initbench.init;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.initbench.init.InitializerType.Parameter.Kind;
import org.initbench.network.Gate;
import org.initbench.network.Recurrence;

/** The rules that {@code network.biasInit} names: first values for biases, whatever the weights are. A name with dots is that of a class. */
public final class Biases {

    private static final List<InitializerType> TYPES =
            List.of(Same.ZEROS, Same.CONSTANT, Random.NORMAL, Random.UNIFORM_FAN_IN, OfGates.FORGET, OfGates.CHRONO);

    private static final SpecParser PARSER = new SpecParser("rule for biases", TYPES);

    private Biases() {}

    /** The rules. */
    public static List<InitializerType> types() {
        return TYPES;
    }

    /**
     * The rule that a spec names: one of these, or by a name with dots a class as {@link Catalog#parse} takes it, of which the biases are asked.
     *
     * @throws InvalidSpecException if there is none, or its arguments are wrong
     */
    public static NamedInitializer parse(String spec) {
        return PARSER.parse(spec);
    }

    private interface Rule extends Initializer {

        double[] of(Slot slot, Draws draws);

        @Override
        default Optional<double[]> biases(Slot slot, Draws draws) {
            return Optional.of(of(slot, draws));
        }

        @Override
        default double[] weights(Slot slot, Draws draws) {
            throw new UnsupportedOperationException("a rule for biases has no weights");
        }
    }

    /** One value for all biases, forget gates among them. */
    private record Same(double value) implements Rule {

        private static final InitializerType ZEROS =
                InitializerType.named("zeros").formula("0, of forget gates too").creates(arguments -> new Same(0));

        private static final InitializerType CONSTANT = InitializerType.named("constant")
                .parameter("value", Kind.NUMBER, null)
                .formula("value, of all gates too")
                .example("constant(0.1)")
                .creates(arguments -> new Same(arguments.number("value")));

        @Override
        public double[] of(Slot slot, Draws draws) {
            return filled(slot, value);
        }

        /** Signals around another mean than 0 are none of mean-field theory's. */
        @Override
        public double biasVariance(Slot slot) {
            return value == 0 ? 0 : Double.NaN;
        }
    }

    /** N(0, std²), or U(-a, a) with a = 1/√fanIn, as PyTorch has them. */
    private record Random(double std) implements Rule {

        private static final InitializerType NORMAL = InitializerType.named("normal")
                .parameter("std", Kind.POSITIVE, null)
                .formula("N(0, std²)")
                .variance("std²")
                .example("normal(0.1)")
                .creates(arguments -> new Random(arguments.number("std")));

        private static final InitializerType UNIFORM_FAN_IN = InitializerType.named("uniform_fan_in")
                .formula("U(-a, a), a = 1/√fanIn")
                .variance("1/(3·fanIn)")
                .source("PyTorch 2, torch.nn.Linear")
                .creates(arguments -> new Random(0));

        @Override
        public double[] of(Slot slot, Draws draws) {
            double bound = 1 / Math.sqrt(slot.fanIn());
            return Draws.fill(slot.units(), () -> std == 0 ? draws.uniform(-bound, bound) : std * draws.gaussian());
        }

        @Override
        public double biasVariance(Slot slot) {
            return std == 0 ? 1 / (3 * slot.fanIn()) : std * std;
        }
    }

    /**
     * Forget gates at a value, or by the times over which cells are to remember: b = ln(U(1, max − 1)) for the forget gate of a unit and −b for
     * its input gate. All other biases are 0.
     */
    private record OfGates(double forget, double max) implements Rule {

        private static final InitializerType FORGET = InitializerType.named("forget")
                .parameter("value", Kind.NUMBER, null)
                .formula("value for forget gates, 0 for all else")
                .source("Gers et al. 2000; Jozefowicz et al. 2015")
                .example("forget(1)")
                .creates(arguments -> new OfGates(arguments.number("value"), 0));

        private static final InitializerType CHRONO = InitializerType.named("chrono")
                .parameter("max", Kind.NUMBER, null)
                .formula("b = ln(U(1, max - 1)) for a unit's forget gate, -b for its input gate, 0 for all else")
                .source("Tallec & Ollivier 2018")
                .example("chrono(40)")
                .creates(OfGates::chrono);

        private static OfGates chrono(Arguments arguments) {
            if (arguments.number("max") <= 2) {
                throw new IllegalArgumentException("needs max above 2: the steps over which cells are to remember");
            }
            return new OfGates(0, arguments.number("max"));
        }

        @Override
        public void check(List<Slot> slots) {
            if (slots.stream().noneMatch(slot -> slot.recurrence() == Recurrence.GATED)) {
                throw new UnsuitableInitializerException(
                        (max == 0 ? "forget" : "chrono") + " is for the biases of an LSTM, and this network has none");
            }
        }

        @Override
        public double[] of(Slot slot, Draws draws) {
            return new double[slot.units()];
        }

        @Override
        public Optional<double[]> gateBiases(Slot slot, Draws draws) {
            if (max == 0) {
                return Optional.of(opened(slot, forget));
            }
            int units = slot.units();
            double[] values = new double[Gate.COUNT * units];
            for (int unit = 0; unit < units; unit++) {
                double bias = Math.log(draws.uniform(1, max - 1));
                values[Gate.FORGET.position() * units + unit] = bias;
                values[Gate.INPUT.position() * units + unit] = -bias;
            }
            return Optional.of(values);
        }
    }

    /** The biases of an LSTM that are 0 but for the forget gates'. */
    static double[] opened(Slot slot, double value) {
        double[] values = new double[Gate.COUNT * slot.units()];
        int start = Gate.FORGET.position() * slot.units();
        Arrays.fill(values, start, start + slot.units(), value);
        return values;
    }

    private static double[] filled(Slot slot, double value) {
        double[] values = new double[slot.units()];
        Arrays.fill(values, value);
        return values;
    }
}
