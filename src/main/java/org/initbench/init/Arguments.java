package org.initbench.init;

import java.util.Locale;
import java.util.Map;

/** The arguments of a spec, defaults filled in. Numbers are {@link Double}, words {@link String}. */
public record Arguments(Map<String, Object> values) {

    /** A number that is given or has a default. */
    public double number(String name) {
        return (Double) get(name);
    }

    /** A word that is given or has a default, as the constant of an enum. */
    public <E extends Enum<E>> E word(String name, Class<E> constants) {
        return Enum.valueOf(constants, ((String) get(name)).toUpperCase(Locale.ROOT));
    }

    /** Whether a parameter without a default was given. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    private Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("needs " + name);
        }
        return value;
    }
}
