/**
 * The catalog of initializers: what each is called, what it draws, and how its values reach a Deeplearning4j network.
 */
@NullMarked
package org.initbench.init;

import org.jspecify.annotations.NullMarked;
