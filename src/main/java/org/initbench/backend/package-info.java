/**
 * Prepares Deeplearning4j's native CPU backend: system properties, oneDNN helpers and thread counts, in one place that
 * ND4J itself calls while it loads, so that a run, a test and an embedding program all get the same backend. What may
 * hang or crash in native code runs in a child JVM that is prepared likewise.
 */
@NullMarked
package org.initbench.backend;

import org.jspecify.annotations.NullMarked;
