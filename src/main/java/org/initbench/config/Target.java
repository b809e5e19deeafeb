package org.initbench.config;

/**
 * The metric that ranks initializers, and the value to reach.
 *
 * @param metric one of the names that were handed to the reader, the first of them where none is given
 * @param value accuracy to reach or loss to come down to; NaN when none is set
 */
public record Target(String metric, double value) {}
