package org.initbench.advice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.initbench.init.Catalog;
import org.initbench.init.Initializer;
import org.initbench.init.InitializerType;
import org.initbench.init.InvalidSpecException;
import org.initbench.init.NamedInitializer;
import org.initbench.network.Activations;
import org.initbench.result.DenseShape;

/**
 * What mean-field theory says of one initializer for a stack of dense layers that is fed with standard-normal input.
 *
 * @param init normalized spec
 * @param isDefault whether it stands for itself, without arguments that somebody has to choose
 * @param isInDl4j whether Deeplearning4j has it
 * @param firstSignal root mean square of the activations of the first layer
 * @param lastSignal of the last layer
 * @param firstGradient root mean square of dL/da of the first layer, that of the last layer being 1
 * @param depthScale over how many layers two inputs stay apart; infinite at the edge of chaos, not a number where the layers are
 *     not all equal
 */
public record Advice(
        String init,
        boolean isDefault,
        boolean isInDl4j,
        double firstSignal,
        double lastSignal,
        double firstGradient,
        double depthScale) {

    /** A scale that changes by less than this factor over the whole depth counts as kept. */
    private static final double KEPT = 10;

    private static final double TIE = 1e-9;

    /** Signals and gradients that are kept first, then the larger depth scale, the smaller change, DL4J's own, no arguments. */
    private static final Comparator<Advice> BEST_FIRST = Comparator.<Advice, Boolean>comparing(each -> !each.isKept())
            .thenComparing(Comparator.comparingDouble(Advice::depthScale).reversed())
            .thenComparingDouble(Advice::change)
            .thenComparing(each -> !each.isInDl4j())
            .thenComparing(each -> !each.isDefault());

    /** Whether signal and gradient vanish, explode or are kept. */
    public String verdict() {
        return "signal " + word(lastSignal / firstSignal) + ", gradient " + word(firstGradient);
    }

    /** The reason for the verdict on depth, in words; empty where the layers are not all equal. */
    public String reach() {
        if (Double.isNaN(depthScale)) {
            return "";
        }
        if (Double.isInfinite(depthScale)) {
            return "inputs stay apart at any depth";
        }
        long layers = Math.round(depthScale);
        return layers <= 1
                ? "inputs stay apart for one layer at most"
                : "inputs stay apart for about " + layers + " layers";
    }

    private boolean isKept() {
        return isKept(lastSignal / firstSignal) && isKept(firstGradient);
    }

    private static boolean isKept(double ratio) {
        return ratio >= 1 / KEPT && ratio <= KEPT;
    }

    private static String word(double ratio) {
        if (isKept(ratio)) {
            return "is kept";
        }
        return ratio > KEPT ? "explodes" : "vanishes";
    }

    /** By how many powers of e signal and gradient change; infinite where one is lost altogether. */
    private double change() {
        double change = Math.abs(Math.log(lastSignal / firstSignal)) + Math.abs(Math.log(firstGradient));
        return Double.isNaN(change) ? Double.POSITIVE_INFINITY : Math.rint(change / TIE) * TIE;
    }

    /** Whether theory knows an activation of that name. */
    public static boolean knows(String activationName) {
        return Activations.names().contains(activationName);
    }

    /**
     * Advice on every initializer of the catalog that promises a variance, the best first.
     *
     * @param activationName of the layers, as in a study
     * @param depth layers, at least 1
     * @param width inputs and units of each layer
     * @throws IllegalArgumentException if there is no such activation, or theory does not know it
     */
    public static List<Advice> of(String activationName, int depth, int width) {
        return of(Collections.nCopies(depth, new DenseShape(width, width, activationName, true)), List.of());
    }

    /**
     * The same for the hidden layers of a network.
     *
     * @param hidden first to last, at least one
     * @param further specs, of which those that the catalog does not know or that promise no variance are passed over
     * @throws IllegalArgumentException if there is no such activation, or theory does not know it
     */
    public static List<Advice> of(List<DenseShape> hidden, List<String> further) {
        return of(new DenseStack(hidden)::signals, further);
    }

    /** The same for a stack of convolutions, or of residual blocks. */
    public static List<Advice> of(SignalStack stack) {
        return of(stack::signals, List.of());
    }

    private static List<Advice> of(Function<Initializer, Optional<DenseStack.Signals>> stack, List<String> further) {
        Map<String, NamedInitializer> initializers = new LinkedHashMap<>();
        Set<String> defaults = new HashSet<>();
        Set<String> inDl4j = new HashSet<>();
        for (InitializerType type : Catalog.types()) {
            NamedInitializer named = Catalog.parse(type.example());
            initializers.put(named.spec(), named);
            if (type.example().equals(type.name())) {
                defaults.add(named.spec());
            }
            if (type.isInDl4j()) {
                inDl4j.add(named.spec());
            }
        }
        known(further).forEach(named -> initializers.putIfAbsent(named.spec(), named));
        List<Advice> advice = new ArrayList<>();
        initializers.values().forEach(named -> stack.apply(named.initializer())
                .ifPresent(signals -> advice.add(new Advice(
                        named.spec(),
                        defaults.contains(named.spec()),
                        inDl4j.contains(named.spec()),
                        signals.first(),
                        signals.last(),
                        signals.firstGradient(),
                        signals.depthScale()))));
        advice.sort(BEST_FIRST);
        return advice;
    }

    /** The catalog may have changed since a run was made. */
    private static List<NamedInitializer> known(List<String> specs) {
        return specs.stream().map(Advice::known).flatMap(Optional::stream).toList();
    }

    private static Optional<NamedInitializer> known(String spec) {
        try {
            return Optional.of(Catalog.parse(spec));
        } catch (InvalidSpecException unknown) {
            return Optional.empty();
        }
    }
}
