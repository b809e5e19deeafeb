package org.initbench.data;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a trial trains and is tested on.
 *
 * @param name of the data set, for the {@code dataset} column
 * @param train the training examples
 * @param test the test examples, where there are any
 * @param targetScale by which labels stand for values that were standardized
 */
public record TrialData(String name, Examples train, Optional<Examples> test, TargetScale targetScale) {

    /** Labels stand for themselves. */
    public TrialData(String name, Examples train, Optional<Examples> test) {
        this(name, train, test, TargetScale.NONE);
    }

    /** The same with both parts in another form. */
    public TrialData map(UnaryOperator<Examples> form) {
        return new TrialData(name, form.apply(train), test.map(form), targetScale);
    }
}
