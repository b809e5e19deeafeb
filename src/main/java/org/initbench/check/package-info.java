/** Judges a network by its first updates: whether the signal is alive, layer by layer, under each initializer. */
@NullMarked
package org.initbench.check;

import org.jspecify.annotations.NullMarked;
