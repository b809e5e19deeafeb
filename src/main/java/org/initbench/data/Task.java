package org.initbench.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be learned of data.
 *
 * @param kind of it
 * @param names of the classes, in the order of their label columns, or of the values
 */
public record Task(Kind kind, List<String> names) {

    /** Kinds of tasks. */
    public enum Kind {
        /** One of several classes: a label column for each, or one of 0 and 1 where there are two. */
        CLASSES,
        /** Numbers: a label column for each. */
        VALUES,
        /** One class for a sequence: labels as for classes. */
        SEQUENCE_CLASSES,
        /** One class for each step: labels (examples, classes, steps). */
        STEP_CLASSES;

        /** Whether an answer is right or wrong, so that there is an accuracy. */
        public boolean isClasses() {
            return this != VALUES;
        }
    }

    /** Keeps its own names. */
    public Task {
        names = List.copyOf(names);
    }

    /** Classes by name. */
    public static Task classes(List<String> names) {
        return new Task(Kind.CLASSES, names);
    }

    /** Classes that are called by their numbers, from 0. */
    public static Task classes(int count) {
        return classes(IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }

    /** How many classes, or values. */
    public int size() {
        return names.size();
    }
}
