package org.initbench.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.initbench.config.Section;

/** Scenarios that are named by their class, so that one can be added from outside. */
final class ScenarioClass {

    private ScenarioClass() {}

    /** Why this class cannot be used, as a message goes on after the key; empty where it can. */
    static Optional<String> problem(String className) {
        try {
            constructor(className);
            return Optional.empty();
        } catch (ClassNotFoundException missing) {
            return Optional.of("there is no class " + className + " on the class path");
        } catch (ClassCastException | NoSuchMethodException unfit) {
            return Optional.of(className + " is not a Scenario with a public constructor of two Sections");
        } catch (LinkageError unusable) {
            return Optional.of(className + " cannot be loaded (" + unusable + ")");
        }
    }

    /** Makes the scenario of that class from its two sections. */
    static BiFunction<Section, Section, Scenario> reader(String className) {
        return (network, data) -> {
            try {
                return constructor(className).newInstance(network, data);
            } catch (InvocationTargetException | ExceptionInInitializerError failure) {
                throw new IllegalStateException(className + " failed: " + failure.getCause(), failure.getCause());
            } catch (LinkageError unusable) {
                throw new IllegalStateException(className + " cannot be loaded (" + unusable + ")", unusable);
            } catch (ReflectiveOperationException unusable) {
                throw new IllegalArgumentException("there is no scenario " + className, unusable);
            }
        };
    }

    /** Nothing of the class runs until it is known to be a scenario: a study file may name any class there is. */
    private static Constructor<? extends Scenario> constructor(String className)
            throws ClassNotFoundException, NoSuchMethodException {
        return Class.forName(className, false, Thread.currentThread().getContextClassLoader())
                .asSubclass(Scenario.class)
                .getConstructor(Section.class, Section.class);
    }
}
