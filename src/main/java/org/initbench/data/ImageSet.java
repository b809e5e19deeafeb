package org.initbench.data;

import java.util.List;

/**
 * Images to learn from and images to be tested on, of one size.
 *
 * @param name for the {@code dataset} column
 * @param train first to last
 * @param test first to last; none where they are held out of the others
 * @param classes their names, in the order of their labels
 */
record ImageSet(String name, LabeledImages train, LabeledImages test, List<String> classes) {}
