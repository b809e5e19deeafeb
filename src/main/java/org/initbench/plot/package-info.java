/** Pictures of a run, as PNG files: drawn from results alone, in colours that tell initializers apart for every eye. */
@NullMarked
package org.initbench.plot;

import org.jspecify.annotations.NullMarked;
