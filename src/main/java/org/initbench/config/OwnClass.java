package org.initbench.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

/**
 * Things that a study names by their class, so that they can be added from outside. Nothing of a class runs until it is known
 * to be such a thing: a study file may name any class there is.
 *
 * @param type that the class has to have
 * @param what it is called in messages, as in {@code a Scenario with a public constructor of two Sections}
 * @param parameters of its public constructor
 */
public record OwnClass<T>(Class<T> type, String what, List<Class<?>> parameters) {

    /** Why this class cannot be used, as a message goes on after the key; empty where it can. */
    public Optional<String> problem(String className) {
        try {
            constructor(className);
            return Optional.empty();
        } catch (ClassNotFoundException missing) {
            return Optional.of("there is no class " + className + " on the class path");
        } catch (ClassCastException | NoSuchMethodException unfit) {
            return Optional.of(className + " is not " + what);
        } catch (LinkageError unusable) {
            return Optional.of(className + " cannot be loaded (" + unusable + ")");
        }
    }

    /** Makes one of that class. */
    public T make(String className, Object... arguments) {
        try {
            return constructor(className).newInstance(arguments);
        } catch (InvocationTargetException | ExceptionInInitializerError failure) {
            throw new IllegalStateException(className + " failed: " + failure.getCause(), failure.getCause());
        } catch (LinkageError unusable) {
            throw new IllegalStateException(className + " cannot be loaded (" + unusable + ")", unusable);
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException(className + " is not " + what, unusable);
        }
    }

    private Constructor<? extends T> constructor(String className)
            throws ClassNotFoundException, NoSuchMethodException {
        return Class.forName(className, false, Thread.currentThread().getContextClassLoader())
                .asSubclass(type)
                .getConstructor(parameters.toArray(Class<?>[]::new));
    }
}
