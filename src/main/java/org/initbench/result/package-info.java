/** What a trial produced, as records, and how they are written. */
@NullMarked
package org.initbench.result;

import org.jspecify.annotations.NullMarked;
