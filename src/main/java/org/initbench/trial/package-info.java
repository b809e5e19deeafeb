/** Plans the trials of a study and runs one under the same conditions as every other. */
@NullMarked
package org.initbench.trial;

import org.jspecify.annotations.NullMarked;
