/** Sets finished runs side by side, and ranks initializers over them. */
@NullMarked
package org.initbench.compare;

import org.jspecify.annotations.NullMarked;
