package org.initbench.init;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalog: a name, its parameters, what it does and where it comes from. Made by {@link #named}; a class of
 * someone else's holds its own in a field {@code TYPE}.
 *
 * @param name by which specs call it
 * @param aliases other names, each with the arguments that it stands for
 * @param parameters in the order in which a normalized spec shows them
 * @param formula of the values
 * @param variance of each weight; the mean square where nothing is random
 * @param source paper and year
 * @param dl4j what Deeplearning4j calls it
 * @param example a spec that stands for the entry where {@code all} is asked for
 * @param factory makes the initializer from its arguments; it may throw {@link IllegalArgumentException}
 */
public record InitializerType(
        String name,
        Map<String, Map<String, Object>> aliases,
        List<Parameter> parameters,
        String formula,
        String variance,
        String source,
        String dl4j,
        String example,
        Function<Arguments, Initializer> factory) {

    private static final String NOT_IN_DL4J = "none";

    /**
     * A parameter of an initializer.
     *
     * @param name as in {@code name=value}
     * @param kind what values it takes
     * @param fallback its default; null when the parameter is required
     */
    public record Parameter(String name, Kind kind, @Nullable Object fallback) {

        /** What values a parameter takes: one of some words, or a finite number that {@code allows} accepts. */
        public record Kind(String description, List<String> words, DoublePredicate allows) {

            /** Any number. */
            public static final Kind NUMBER = new Kind("a number", List.of(), value -> true);
            /** A number above 0. */
            public static final Kind POSITIVE = new Kind("a number above 0", List.of(), value -> value > 0);
            /** 0 and above. */
            public static final Kind NON_NEGATIVE = new Kind("a number of at least 0", List.of(), value -> value >= 0);

            /** From 0 to below 1. */
            public static final Kind FRACTION =
                    new Kind("a number from 0 to below 1", List.of(), value -> value >= 0 && value < 1);

            /** A whole number of at least 1. */
            public static final Kind COUNT = new Kind(
                    "a whole number of at least 1",
                    List.of(),
                    value -> value >= 1 && value <= Integer.MAX_VALUE && value == Math.rint(value));

            /** One of the constants of an enum, in lower case. */
            public static Kind oneOf(Class<? extends Enum<?>> constants) {
                return oneOf(Arrays.stream(constants.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
            }

            /** One of these words. */
            public static Kind oneOf(List<String> words) {
                return new Kind("one of " + String.join(", ", words), words, value -> false);
            }
        }
    }

    /** Whether Deeplearning4j has it. */
    public boolean isInDl4j() {
        return !dl4j.equals(NOT_IN_DL4J);
    }

    /** The name with its parameters: {@code normal(std, mean=0)}. */
    public String signature() {
        List<String> shown = parameters.stream()
                .map(parameter -> parameter.fallback() == null
                        ? parameter.name()
                        : parameter.name() + "=" + SpecParser.text(parameter.fallback()))
                .toList();
        return shown.isEmpty() ? name : name + "(" + String.join(", ", shown) + ")";
    }

    /** Starts an entry. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects what an entry is; {@link #creates} ends it. */
    public static final class Builder {

        private final String name;
        private final Map<String, Map<String, Object>> aliases = new LinkedHashMap<>();
        private final List<Parameter> parameters = new ArrayList<>();
        private String formula = "";
        private String variance = "";
        private String source = "";
        private String dl4j = NOT_IN_DL4J;
        private String example;

        private Builder(String name) {
            this.name = name;
            this.example = name;
        }

        /** Other names for the entry. */
        public Builder alias(String... names) {
            for (String alias : names) {
                aliases.put(alias, Map.of());
            }
            return this;
        }

        /** Another name for the entry with these arguments. */
        public Builder alias(String alias, Map<String, Object> arguments) {
            aliases.put(alias, arguments);
            return this;
        }

        /** A parameter; null as fallback makes it required. */
        public Builder parameter(String parameter, Parameter.Kind kind, @Nullable Object fallback) {
            parameters.add(new Parameter(parameter, kind, fallback));
            return this;
        }

        /** What the values are. */
        public Builder formula(String text) {
            this.formula = text;
            return this;
        }

        /** The variance of each weight; the mean square where nothing is random. */
        public Builder variance(String text) {
            this.variance = text;
            return this;
        }

        /** Paper and year. */
        public Builder source(String text) {
            this.source = text;
            return this;
        }

        /** DL4J's {@code WeightInit} constant; left out where it has none. */
        public Builder dl4j(String constant) {
            this.dl4j = constant;
            return this;
        }

        /** The spec that stands for the entry where all are asked for; needed where a parameter is required. */
        public Builder example(String spec) {
            this.example = spec;
            return this;
        }

        /** Ends the entry. */
        public InitializerType creates(Function<Arguments, Initializer> factory) {
            return new InitializerType(
                    name,
                    Collections.unmodifiableMap(aliases),
                    List.copyOf(parameters),
                    formula,
                    variance,
                    source,
                    dl4j,
                    example,
                    factory);
        }
    }
}
