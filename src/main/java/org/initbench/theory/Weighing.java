package org.initbench.theory;

/**
 * The weights and biases of a layer, both uncorrelated and of mean 0.
 *
 * @param channels of the input that one output sums over, for each position that it sees
 * @param units of the output
 * @param variance of a weight
 * @param biasVariance of a bias
 */
public record Weighing(double channels, double units, double variance, double biasVariance) {}
