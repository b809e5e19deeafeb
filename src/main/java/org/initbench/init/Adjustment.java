package org.initbench.init;

/**
 * What a data-dependent initializer did to one layer.
 *
 * @param layer position among the layers with weights, from 0
 * @param name DL4J's of the layer
 * @param variance of the layer's pre-activations on the first minibatch, after the last change
 * @param tries how often the weights were changed
 */
public record Adjustment(int layer, String name, double variance, int tries) {}
