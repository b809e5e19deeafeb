/** Data sets: where they come from, how they are generated, and how they reach a network. */
@NullMarked
package org.initbench.data;

import org.jspecify.annotations.NullMarked;
