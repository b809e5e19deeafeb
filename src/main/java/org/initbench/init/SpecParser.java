package org.initbench.init;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initbench.init.InitializerType.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code name} and {@code name(key=value, …)}; a single argument may stand without its key. A name with dots is that of a
 * class.
 */
final class SpecParser {

    private static final Pattern SPEC = Pattern.compile("\\s*([A-Za-z_][\\w.$]*)\\s*(?:\\(([^()]*)\\))?\\s*");

    private final Map<String, InitializerType> typesByName = new LinkedHashMap<>();

    private final String what;

    /** A parser of specs of these types, which are called so in messages. */
    SpecParser(String what, List<InitializerType> types) {
        this.what = what;
        for (InitializerType type : types) {
            register(type.name(), type);
            type.aliases().keySet().forEach(alias -> register(alias, type));
        }
    }

    private void register(String name, InitializerType type) {
        if (typesByName.put(name, type) != null) {
            throw new IllegalStateException("two of a kind, " + what + ", are called " + name);
        }
    }

    NamedInitializer parse(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw new InvalidSpecException(spec + " is not of the form name or name(key=value, …)");
        }
        String name = matcher.group(1);
        InitializerType type = name.contains(".") ? InitializerClass.type(name) : typesByName.get(name);
        if (type == null) {
            throw new InvalidSpecException(
                    "there is no " + what + " " + name, name, typesByName.keySet(), specByWord(name));
        }
        Map<String, Object> bound = type.aliases().getOrDefault(name, Map.of());
        String argumentList = matcher.group(2) == null ? "" : matcher.group(2);
        Map<String, Object> given = arguments(spec, type, argumentList);
        if (!bound.isEmpty() && !given.isEmpty()) {
            throw new InvalidSpecException(spec + ": " + name + " takes no parameters");
        }
        return named(spec, type, bound.isEmpty() ? given : bound);
    }

    /** The spec whose bare value a word is, as {@code dl4j(XAVIER)} for the name of DL4J's constant; null where it is none. */
    private @Nullable String specByWord(String word) {
        return typesByName.values().stream()
                .filter(type -> type.parameters().size() == 1
                        && type.parameters().get(0).kind().words().contains(word))
                .map(type -> type.name() + "(" + word + ")")
                .findFirst()
                .orElse(null);
    }

    private static NamedInitializer named(String spec, InitializerType type, Map<String, Object> given) {
        Map<String, Object> complete = new LinkedHashMap<>();
        List<String> shown = new ArrayList<>();
        for (Parameter parameter : type.parameters()) {
            Object value = given.getOrDefault(parameter.name(), parameter.fallback());
            if (value != null) {
                complete.put(parameter.name(), value);
                if (!value.equals(parameter.fallback())) {
                    shown.add(parameter.name() + "=" + text(value));
                }
            }
        }
        String normalized = type.name() + (shown.isEmpty() ? "" : "(" + String.join(", ", shown) + ")");
        try {
            return new NamedInitializer(normalized, type.factory().apply(new Arguments(complete)));
        } catch (IllegalArgumentException unfit) {
            throw new InvalidSpecException(spec + ": " + type.name() + " " + unfit.getMessage());
        }
    }

    private static Map<String, Object> arguments(String spec, InitializerType type, String list) {
        Map<String, Object> given = new LinkedHashMap<>();
        if (list.isBlank()) {
            return given;
        }
        String[] arguments = list.split(",", -1);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0 && (arguments.length > 1 || type.parameters().isEmpty())) {
                throw new InvalidSpecException(spec + ": " + type.name() + " takes " + parameterNames(type)
                        + (type.parameters().isEmpty() ? "" : "; give several as key=value"));
            }
            Parameter parameter = equals < 0
                    ? type.parameters().get(0)
                    : parameter(spec, type, argument.substring(0, equals).trim());
            Object value = value(spec, parameter, argument.substring(equals + 1).trim());
            if (given.put(parameter.name(), value) != null) {
                throw new InvalidSpecException(spec + ": " + parameter.name() + " is given twice");
            }
        }
        return given;
    }

    private static Parameter parameter(String spec, InitializerType type, String name) {
        List<String> known = type.parameters().stream().map(Parameter::name).toList();
        return type.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidSpecException(spec + ": " + type.name() + " has no parameter " + name, name, known));
    }

    private static Object value(String spec, Parameter parameter, String text) {
        Parameter.Kind kind = parameter.kind();
        if (kind.words().contains(text)) {
            return text;
        }
        if (kind.words().isEmpty()) {
            try {
                double number = Double.parseDouble(text);
                if (Double.isFinite(number) && kind.allows().test(number)) {
                    return number + 0.0; // -0 is 0
                }
            } catch (NumberFormatException notANumber) {
                // Reported below like a number that is not allowed.
            }
        }
        throw new InvalidSpecException(spec + ": " + parameter.name() + " is " + text + "; give " + kind.description());
    }

    private static String parameterNames(InitializerType type) {
        return type.parameters().isEmpty()
                ? "no parameters"
                : type.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    }

    /** A number as people write it: 1, 0.01, 1E-9. */
    static String text(Object value) {
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        boolean readable = number == 0 || (Math.abs(number) >= 1e-7 && Math.abs(number) < 1e15);
        return readable ? exact.toPlainString() : exact.toString();
    }
}
