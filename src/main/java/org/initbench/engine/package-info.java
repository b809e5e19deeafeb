/**
 * Runs the trials of a plan in worker processes, or in this JVM, and survives what trials do: a crash in native code, a
 * trial that hangs, an interrupted run. A finished trial is a file; the same run goes on from these.
 */
@NullMarked
package org.initbench.engine;

import org.jspecify.annotations.NullMarked;
