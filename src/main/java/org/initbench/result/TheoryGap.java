package org.initbench.result;

/**
 * A layer of which theory says nothing before training.
 *
 * @param layer position among the layers with weights
 * @param name of the layer
 * @param quantity what it says nothing of: activations, and with them pre-activations, or their gradients
 * @param reason as a sentence without a full stop
 */
public record TheoryGap(int layer, String name, Quantity quantity, String reason) {}
