package org.initbench.init;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Initializers that are named by their class, so that one can be added from outside. */
final class InitializerClass {

    private static final String TYPE = "TYPE";

    private InitializerClass() {}

    /**
     * The entry of a class: its public static field {@code TYPE}, under the name of the class.
     *
     * @throws InvalidSpecException if there is no such class, or it is no initializer
     */
    static InitializerType type(String className) {
        try {
            InitializerType type =
                    (InitializerType) Objects.requireNonNull(field(className).get(null), "TYPE is null");
            return new InitializerType(
                    className,
                    Map.of(),
                    type.parameters(),
                    type.formula(),
                    type.variance(),
                    type.source(),
                    type.dl4j(),
                    className,
                    guarded(type.factory()));
        } catch (ClassNotFoundException missing) {
            throw new InvalidSpecException("there is no class " + className + " on the class path");
        } catch (ClassCastException | ReflectiveOperationException unfit) {
            throw new InvalidSpecException(
                    className + " is not a public Initializer with a public static field TYPE, an InitializerType");
        } catch (ExceptionInInitializerError failure) {
            throw new InvalidSpecException(className + " cannot be loaded (" + failure.getCause() + ")");
        } catch (LinkageError | NullPointerException unusable) {
            throw new InvalidSpecException(className + " cannot be loaded (" + unusable + ")");
        }
    }

    /** Nothing of the class runs until it is known to be an initializer: a study file may name any class there is. */
    private static Field field(String className) throws ReflectiveOperationException {
        Field field = Class.forName(className, false, Thread.currentThread().getContextClassLoader())
                .asSubclass(Initializer.class)
                .getField(TYPE);
        boolean isEntry = Modifier.isStatic(field.getModifiers()) && field.getType() == InitializerType.class;
        if (!isEntry) {
            throw new NoSuchFieldException(TYPE);
        }
        return field;
    }

    /** What goes wrong in code of someone else is told like an argument that does not fit. */
    private static Function<Arguments, Initializer> guarded(Function<Arguments, Initializer> factory) {
        return arguments -> {
            try {
                return Objects.requireNonNull(factory.apply(arguments), "it makes no initializer");
            } catch (IllegalArgumentException unfit) {
                throw unfit;
            } catch (RuntimeException | LinkageError failure) {
                throw new IllegalArgumentException("failed: " + failure, failure);
            }
        };
    }
}
