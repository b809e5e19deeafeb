/** What people read of a run: comparisons with published tables, from results alone and never by training. */
@NullMarked
package org.initbench.report;

import org.jspecify.annotations.NullMarked;
