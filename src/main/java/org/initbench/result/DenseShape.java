package org.initbench.result;

/**
 * A dense layer of a network that is nothing but dense layers.
 *
 * @param inputs weights into one unit
 * @param units outputs
 * @param activation as studies name it
 * @param hasBias whether each unit has a bias
 */
public record DenseShape(int inputs, int units, String activation, boolean hasBias) {}
