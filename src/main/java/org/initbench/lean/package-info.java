/**
 * Layers and an updater that stand in for DL4J's while a network is trained. They leave out what nothing asks for: second
 * forward passes, gradients with respect to the network's input, copies, and most of what an operation costs beside its
 * arithmetic. Their numbers are those of DL4J's to the last bit.
 */
@NullMarked
package org.initbench.lean;

import org.jspecify.annotations.NullMarked;
