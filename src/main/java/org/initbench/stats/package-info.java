/** Statistics over the trials of a run: means, intervals and ranks. */
@NullMarked
package org.initbench.stats;

import org.jspecify.annotations.NullMarked;
