package org.initbench.result;

import org.jspecify.annotations.Nullable;

/**
 * How far values that a network gives are from those that it should.
 *
 * @param rmse root of the mean squared error, in the unit of the values
 * @param mae mean absolute error, likewise
 * @param r2 coefficient of determination, 1 − Σ(y − ŷ)²/Σ(y − ȳ)², ȳ being the mean of the same examples: 1 is exact, 0 no better
 *     than that mean; of several values the mean over them; null where a value never varies
 */
public record RegressionScores(double rmse, double mae, @Nullable Double r2) {}
