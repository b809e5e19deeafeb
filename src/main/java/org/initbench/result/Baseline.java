package org.initbench.result;

import org.jspecify.annotations.Nullable;

/**
 * What may be had on a set of examples without learning anything.
 *
 * @param labels how many are judged: one an example, or one a step of a sequence
 * @param largestShare accuracy of always naming the most frequent class; null where there are no classes
 * @param constantLoss loss of the best constant answer: entropy of the classes' shares for cross-entropy, mean variance of the
 *     values for squared error, mean distance from their median for absolute error; null for other losses
 * @param chanceLoss loss of the network when the pre-activations of its last layer are 0: ln K for a softmax over K classes;
 *     null likewise
 */
public record Baseline(
        int labels, @Nullable Double largestShare, @Nullable Double constantLoss, @Nullable Double chanceLoss) {}
