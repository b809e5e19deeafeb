/**
 * Measures what happens inside a network while it trains: a Deeplearning4j listener copies the tensors of each layer out
 * of native memory, and reductions turn each into a few numbers. Measuring never changes what is trained.
 */
@NullMarked
package org.initbench.probe;

import org.jspecify.annotations.NullMarked;
