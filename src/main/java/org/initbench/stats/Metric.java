package org.initbench.stats;

import java.util.function.Function;
import org.initbench.result.TrialResult;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a trial by which initializers are ranked.
 *
 * @param value null where the trial has none
 * @param higherIsBetter true for accuracies
 */
public record Metric(Function<TrialResult, @Nullable Double> value, boolean higherIsBetter) {}
