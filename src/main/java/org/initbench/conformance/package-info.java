/**
 * Measures what initializers draw in real Deeplearning4j networks, the catalog's and Deeplearning4j's own, and sets it beside
 * what their names promise: variance, fan and distribution, with a verdict and the probability that it is a false alarm.
 */
@NullMarked
package org.initbench.conformance;

import org.jspecify.annotations.NullMarked;
