package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What the trained network says of one value of one example, and what it should.
 *
 * @param split train or test
 * @param index of the example in its split, from 0; of a sequence's step, counted through
 * @param output which value, from 0
 * @param value that it is, in the unit of the data
 * @param predicted by the network, likewise
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record PredictedValue(String split, int index, int output, double value, double predicted) {}
