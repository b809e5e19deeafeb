/** What a trial produced, as records, and how they are written and read back. */
@NullMarked
package org.initbench.result;

import org.jspecify.annotations.NullMarked;
