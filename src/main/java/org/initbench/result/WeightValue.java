package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * One parameter of a small network.
 *
 * @param iteration 0, or that of the trained network
 * @param layer position among the layers with weights, from 0
 * @param name DL4J's parameter name
 * @param row of DL4J's matrix: the input; the output channel of a kernel; 0 for biases
 * @param column of DL4J's matrix: the unit; input channel and position of a kernel, flattened
 * @param value at that place
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record WeightValue(int iteration, int layer, String name, int row, int column, double value) {}
