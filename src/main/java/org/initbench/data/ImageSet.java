package org.initbench.data;

import org.initbench.config.InvalidInputException;
import org.initbench.config.Problems;

/**
 * Images to learn from and images to be tested on, of one size.
 *
 * @param name for the {@code dataset} column
 * @param train first to last
 * @param test first to last
 * @param classes labels are below this
 */
record ImageSet(String name, LabeledImages train, LabeledImages test, int classes) {

    /**
     * Makes sure that there are as many images as are asked for.
     *
     * @throws InvalidInputException if there are fewer
     */
    void requireCounts(int trainCount, int testCount) {
        Problems problems = new Problems();
        requireCount("data.train", trainCount, train.count(), problems);
        requireCount("data.test", testCount, test.count(), problems);
        problems.throwIfAny();
    }

    private void requireCount(String key, int asked, int there, Problems problems) {
        if (asked > there) {
            problems.add(key + ": " + asked + " is more than the " + there + " of " + name);
        }
    }
}
