/** What people read of a run: verdict, tables, pages and comparisons with published tables, from files alone and never by training. */
@NullMarked
package org.initbench.report;

import org.jspecify.annotations.NullMarked;
