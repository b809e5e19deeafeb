package org.initbench.probe;

/**
 * What the values of a piece come to.
 *
 * @param count of them
 * @param deviations sums of them
 * @param min the smallest value; NaN where one is
 * @param max the largest value; NaN where one is
 * @param zeros how many are exactly 0
 */
record PieceSums(int count, Deviations deviations, double min, double max, int zeros) {}
