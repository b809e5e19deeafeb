package org.initbench.result;

import com.fasterxml.jackson.annotation.JsonFormat;

/** The probability of class 1 at a point of the plane, for networks with two inputs. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record PlanePoint(double x1, double x2, double probability) {}
