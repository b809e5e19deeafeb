package org.initbench.data;

import java.util.Optional;

/**
 * What a trial trains and is tested on.
 *
 * @param name of the data set, for the {@code dataset} column
 * @param train the training examples
 * @param test the test examples, where there are any
 */
public record TrialData(String name, Examples train, Optional<Examples> test) {}
