/**
 * Runs the trials of a plan in worker processes, or in this JVM, and survives what trials do: a crash in native code, a
 * trial that hangs, an interrupted run. A finished trial is a file; the same run goes on from these, and its folder says what it
 * is a run of.
 */
@NullMarked
package org.initbench.run;

import org.jspecify.annotations.NullMarked;
