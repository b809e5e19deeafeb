/** Published tables: what they print, under which conditions, and how a run compares with them; from results alone. */
@NullMarked
package org.initbench.document;

import org.jspecify.annotations.NullMarked;
