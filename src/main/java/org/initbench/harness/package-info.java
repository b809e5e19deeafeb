/** Plans the trials of a study, runs them under equal conditions, and gathers what they produced. */
@NullMarked
package org.initbench.harness;

import org.jspecify.annotations.NullMarked;
