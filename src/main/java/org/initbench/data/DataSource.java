package org.initbench.data;

import java.util.OptionalInt;

/**
 * Where examples come from. A source reads its settings from the {@code data} section of a study when it is made
 * ({@link Sources}), and is resolved in the plan, before anything runs. Before each trial it is resolved again, to see whether
 * its files are still those that they were, so that what was read is to be kept by {@link FileVersion}.
 */
public interface DataSource {

    /**
     * Finds and checks the files that the data come from.
     *
     * @throws org.initbench.config.InvalidInputException with everything that is missing, damaged or wrong, and what helps
     */
    ResolvedData resolve(DataFolders folders);

    /** How many words there may be, where features are numbers of words; empty where they are not. */
    default OptionalInt vocabulary() {
        return OptionalInt.empty();
    }

    /** What is to be learned, as far as the settings tell; {@link ResolvedData#task} says how many and which. */
    default Task.Kind task() {
        return Task.Kind.CLASSES;
    }
}
