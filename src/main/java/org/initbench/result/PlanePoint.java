package org.initbench.result;

/** The probability of class 1 at a point of the plane, for networks with two inputs. */
public record PlanePoint(double x1, double x2, double probability) {}
