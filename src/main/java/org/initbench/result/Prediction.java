package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What the trained network says of one example of a two-class study.
 *
 * @param split train or test
 * @param index of the example in its split, from 0
 * @param label its class, 0 or 1
 * @param probability of class 1
 * @param x1 first coordinate of the example
 * @param x2 second coordinate
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Prediction(String split, int index, int label, double probability, double x1, double x2) {}
