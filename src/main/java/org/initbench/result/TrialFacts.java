package org.initbench.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trial's result is to be read by.
 *
 * @param train what is to be had on the training examples without learning; null where nothing is learned
 * @param test the same of the test examples; null without any
 * @param inputRms root mean square of the first minibatch; null where its numbers are names, as an embedding's are
 * @param code what a DL4J user writes to draw first weights of this law in every layer, as {@code WeightInit.RELU}; null where
 *     DL4J has nothing that does
 * @param hidden the hidden layers of a plain stack of dense layers, as far as mean-field theory knows them; empty for any other
 *     network
 * @param gaps where mean-field theory says nothing of layers that were measured before training
 */
public record TrialFacts(
        @Nullable Baseline train,
        @Nullable Baseline test,
        @Nullable Double inputRms,
        @Nullable String code,
        List<DenseShape> hidden,
        List<TheoryGap> gaps) {

    /** Files of earlier versions have no gaps. */
    public TrialFacts {
        gaps = gaps == null ? List.of() : gaps;
    }

    /** Of a trial that did not get so far, or is older than these. */
    public static final TrialFacts NONE = new TrialFacts(null, null, null, null, List.of(), List.of());

    /** What is to be had on the examples that a metric is measured on. */
    public @Nullable Baseline of(Metric metric) {
        return metric.isOfTest() ? test : train;
    }
}
