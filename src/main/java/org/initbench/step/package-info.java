/**
 * Steps of training compiled into products of matrices and loops, on the memory of a network's own parameters, with the results
 * that Deeplearning4j's {@code fit} has up to rounding.
 */
@NullMarked
package org.initbench.step;

import org.jspecify.annotations.NullMarked;
